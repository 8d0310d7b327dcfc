"""The databases that there are."""
