"""awk's rules and statements."""


class Statements:
    """Reads a program: its rules, functions and statements."""
