"""What is wrong with how pytest is called, and how a run of it ends."""
from enum import IntEnum


class UsageError(Exception):
    """pytest is called wrongly."""


ExitCode = IntEnum('ExitCode', 'OK TESTS_FAILED INTERRUPTED INTERNAL_ERROR USAGE_ERROR NO_TESTS_COLLECTED MAX_WARNINGS_ERROR',
                   module='pytest', start=0)
UsageError.__module__ = '_pytest.config.exceptions'
