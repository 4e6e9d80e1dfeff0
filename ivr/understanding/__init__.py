"""What people mean by what they say: pure, from words to a typed result with its confidence and its reason."""
