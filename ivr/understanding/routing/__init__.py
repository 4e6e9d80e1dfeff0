"""How the understanding of intents works inside: words, their features, the model, and what it may decide."""
