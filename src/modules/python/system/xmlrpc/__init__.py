"""Procedures that are called over HTTP."""
__path__ = []
