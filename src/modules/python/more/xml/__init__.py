"""What reads and writes XML."""
