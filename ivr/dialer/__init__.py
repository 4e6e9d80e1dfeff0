"""Calls that the company makes: whether it may, when, and what became of each."""
