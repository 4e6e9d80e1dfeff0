"""The engines that recognise speech, one a file."""
