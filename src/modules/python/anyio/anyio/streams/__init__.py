"""Streams over streams."""
__path__ = []
