"""Functions that awk has."""


class Functions:
    """Functions that awk has."""
