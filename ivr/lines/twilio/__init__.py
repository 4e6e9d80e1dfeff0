"""The line over Twilio's webhooks and REST API."""
