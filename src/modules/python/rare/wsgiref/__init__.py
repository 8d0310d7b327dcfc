"""Servers and applications that speak WSGI (PEP 3333)."""
