"""Where CPython keeps what its kinds of paths share."""
from pathlib import UnsupportedOperation

__all__ = ['UnsupportedOperation']
