"""inspect.getfullargspec: annotations in the order of the signature, the result's first."""
import inspect


def old(x: int, /, y: str = "q", *args, z: float, **kw: dict) -> None:
    pass


print(inspect.getfullargspec(old))
print(inspect.getfullargspec(lambda a, *, b=2: a))
