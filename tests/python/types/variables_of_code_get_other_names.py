import inspect


def told(a, b=2, *c, d=4, **e):
    x = a + b
    return locals()


names = 'one', 'two', 'kept', 'rest', 'more', 'sum'
renamed = type(told)(told.__code__.replace(co_varnames=names), globals(), 'renamed', (2,))
renamed.__kwdefaults__ = {'kept': 4}
print(renamed.__code__.co_varnames, told.__code__.co_varnames)
print(renamed(1, kept=3), renamed(one=1, two=5, d=6), told(1))
try:
    renamed(a=1)
except TypeError as error:
    print(error)
print(inspect.signature(renamed))


def outer():
    values = []

    def inner(one):
        values.append(one)
        return values
    return inner


inner = outer()
code = inner.__code__.replace(co_freevars=('kept',))
other = type(inner)(code, globals(), 'other', None, inner.__closure__)
print(inner(1), other(2), code.co_freevars, inspect.getclosurevars(other).nonlocals)
