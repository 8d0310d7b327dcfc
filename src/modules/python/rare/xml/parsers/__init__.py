"""Parsers of XML that tell handlers what they read."""
