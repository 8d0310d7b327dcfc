"""Event loops of another system."""
raise ImportError('win32 only')
