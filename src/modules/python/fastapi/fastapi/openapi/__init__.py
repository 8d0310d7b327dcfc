"""The description of an application."""
