"""The description of an application."""
__path__ = []
