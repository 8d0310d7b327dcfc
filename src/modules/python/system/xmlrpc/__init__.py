"""Procedures that are called over HTTP."""
