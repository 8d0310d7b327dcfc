"""Trees of XML."""
__path__ = []
