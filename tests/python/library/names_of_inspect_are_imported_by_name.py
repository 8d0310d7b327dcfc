# What `inspect` has beyond the usual is there for `from inspect import …` as well, at the top of a program and elsewhere.
from inspect import ArgInfo, ClosureVars, getgeneratorlocals, getgeneratorstate


def numbers(n):
    for i in range(n):
        yield i


def closure():
    from inspect import getclosurevars, getcoroutinelocals
    return getclosurevars(numbers).builtins, getcoroutinelocals.__name__


g = numbers(3)
print(getgeneratorstate(g), getgeneratorlocals(g))
next(g)
print(getgeneratorstate(g), getgeneratorlocals(g))
print(closure(), ClosureVars.__module__, ArgInfo([], None, None, {}))
