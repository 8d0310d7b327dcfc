"""Names of types."""
from collections.abc import Callable
from types import UnionType
from typing import Any, TypeVar

DecoratedCallable = TypeVar('DecoratedCallable', bound=Callable[..., Any])
IncEx = set | dict
