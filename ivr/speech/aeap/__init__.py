"""Asterisk's speech-to-text socket (AEAP, ``res_speech_aeap``), served by us."""
