"""What an incident is proved with: entries bound to each other, a bundle that is signed, its examination."""
