"""Parsers of XML that tell handlers what they read."""
__path__ = []
