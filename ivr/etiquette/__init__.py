"""The standard of courtesy as rules, one file each: proved over every path, held against every call."""
