"""awk's expressions."""


class Expressions:
    """Reads expressions; each becomes a function that gives its value."""
