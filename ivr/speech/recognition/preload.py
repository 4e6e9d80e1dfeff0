"""What decoding processes have in common: made once, before they are."""

import ivr.speech.recognition.worker  # noqa: F401
from ivr.speech.recognition.engines import sphinx

sphinx.dictionary()
