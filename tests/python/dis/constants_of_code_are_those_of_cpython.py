# co_consts has the constants of CPython's instructions, and they can be replaced.
import types


def none():
    pass


def documented(a):
    """What it is for."""
    return a * 60 * 60, 'text', None, (1, 2.5), ...


def nested(n):
    def inner(m):
        return m + 1000

    class Inside:
        x = 'in'
    return [i for i in range(n)], inner, Inside, lambda: 'lambda'


def shown(consts):
    return [const.co_qualname if isinstance(const, types.CodeType) else const for const in consts]


for function in none, documented, nested, shown:
    code = function.__code__
    print(code.co_name, shown(code.co_consts), code.co_names, code.co_varnames)
inner = nested(1)[1].__code__
print(inner in nested.__code__.co_consts, inner.co_consts)
code = documented.__code__
there = code.replace(co_consts=tuple('changed' if const == 'text' else const for const in code.co_consts))
print(types.FunctionType(there, {})(1), there.co_consts == code.co_consts)
print(code.replace(co_consts=code.co_consts) == code, code.co_consts == documented.__code__.co_consts)
