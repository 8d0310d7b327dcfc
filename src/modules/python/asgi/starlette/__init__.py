"""Starlette: applications for ASGI servers."""
__path__ = []
__version__ = '1.10.0'
