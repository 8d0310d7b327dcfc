"""Starlette: applications for ASGI servers."""
__version__ = '1.10.0'
