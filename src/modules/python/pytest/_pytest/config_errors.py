"""What is wrong with how pytest is called, and how a run of it ends."""
from enum import IntEnum


class UsageError(Exception):
    """pytest is called wrongly."""


class ExitCode(IntEnum):
    OK = 0
    TESTS_FAILED = 1
    INTERRUPTED = 2
    INTERNAL_ERROR = 3
    USAGE_ERROR = 4
    NO_TESTS_COLLECTED = 5
    MAX_WARNINGS_ERROR = 6


ExitCode.__module__ = 'pytest'
UsageError.__module__ = '_pytest.config.exceptions'
