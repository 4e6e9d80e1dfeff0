"""A telephone bot that answers and calls in a company's name, courteously, on Asterisk and on Twilio."""
