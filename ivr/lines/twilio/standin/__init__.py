"""A stand-in for Twilio on this machine: for tests, and for ``ivr talk --line twilio``.

It judges and performs TwiML, signs and posts webhooks, all by itself and from Twilio's documentation alone:
nothing of what the service renders, parses or checks with is used here.
"""
