"""When somebody is frustrated, abusive or a threat (C1, C3): what is answered first, and who takes over."""
