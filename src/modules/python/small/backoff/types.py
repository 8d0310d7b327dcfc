"""What handlers are given."""
from typing import Any, Callable, Tuple, TypedDict


class _Details(TypedDict):
    """A call that is tried again."""
    target: Callable
    args: Tuple
    kwargs: dict
    tries: int
    elapsed: float


class Details(_Details, total=False):
    """That, and how long is waited or what came of it."""
    wait: float
    value: Any


__all__ = ['Details']
