"""bind() refuses one positional argument too many, whether nothing is left or what is left is given by name."""
import inspect


def one(a): ...


def named(a, *, b=1): ...


for function in one, named:
    try:
        inspect.signature(function).bind(1, 2)
    except TypeError as exc:
        print(exc, exc.__traceback__.tb_next.tb_next.tb_lineno)
inspect.signature(named).bind(1, 2)
