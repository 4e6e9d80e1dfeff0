"""What people mean by what they say. Pure: words in, a typed result with its confidence and reason out."""
