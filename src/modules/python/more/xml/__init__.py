"""What reads and writes XML."""
__path__ = []
