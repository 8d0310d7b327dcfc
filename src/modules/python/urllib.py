"""URLs."""
__path__ = []
