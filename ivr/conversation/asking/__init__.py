"""Asking openly what is wanted, and asking back where words are not clear."""
