"""What the bot takes of a machine, and how fast it answers: ``make bench``. README.md tells how."""
