"""Recognition of speech: an utterance of a call and what may be said there, made into words."""
