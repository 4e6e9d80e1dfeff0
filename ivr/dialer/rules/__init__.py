"""The rules of the calling policy: each a function of the case, each with a reason. Pure."""
