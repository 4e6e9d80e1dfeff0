"""Agreeing on a time at which the company calls somebody: offers, a time keyed in, the promise."""
