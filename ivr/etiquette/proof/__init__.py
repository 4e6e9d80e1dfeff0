"""The proof: every path of a company's conversations is followed before a single call is held."""
