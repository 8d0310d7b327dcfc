"""Servers and applications that speak WSGI (PEP 3333)."""
__path__ = []
