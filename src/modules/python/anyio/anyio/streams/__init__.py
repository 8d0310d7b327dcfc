"""Streams over streams."""
