# `locals()` lists parameters and plain variables, those of a running comprehension, cells by name, those of enclosing functions; `co_cellvars` lists parameters first.
def cells():
    x = 1
    y = 2
    inner = lambda: (w, y)
    z = 3
    w = 4
    print(list(locals()), [list(locals()) for i in [1]])
    print(cells.__code__.co_cellvars, cells.__code__.co_varnames)


cells()


def outer(last, first):
    b = 1
    a = 2
    c = 3

    def inner(q, p):
        zz = 1
        d = 5

        def deep():
            return d, q, b, a

        print(list(locals()), inner.__code__.co_cellvars, inner.__code__.co_freevars, list(vars()))
        return [lambda: (k, first) for k in range(1) if print(list(locals())) is None]

    inner(1, 2)
    print(list(locals()), outer.__code__.co_cellvars)


outer(0, 0)


class Holder:
    def method(self, value):
        def inner():
            return __class__, value, self

        print(list(locals()))
        return [value for value in range(2) if self]


print(Holder().method(1))


def comprehended(q, p):
    zz = 1
    d = 5

    def deep():
        return d, q

    a = [lambda: (k, z) for k in range(1) for z in [2] if print(list(locals())) is None]
    b = [m for m in [1]]
    e = [lambda: n for n in [1]]
    return lambda: b


comprehended(1, 2)
print(comprehended.__code__.co_varnames, comprehended.__code__.co_cellvars)
