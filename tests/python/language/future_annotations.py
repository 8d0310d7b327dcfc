"""`from __future__ import annotations`: annotations are kept as text."""
from __future__ import annotations
def f(a: "int", b: list[ int , str ], c: t.Optional[dict[str,int]] | None = None, *d: A, **e: Callable[[int], ...]) -> Literal["a", 1]: pass
print(f.__annotations__)
x: undefined_thing = 1
print(__annotations__)
import __future__
print(__future__.annotations)
