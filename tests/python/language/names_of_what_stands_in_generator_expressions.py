# What stands in a generator expression is called after it, without "<locals>": it is no function that has any.
rows = ((x for x in y) for y in [[1]])
print(next(rows).__qualname__, rows.__qualname__)


def function():
    made = ((lambda: x) for x in [1])
    print(next(made).__qualname__)
    print((lambda: (i for i in (j for j in "a")))().__qualname__)


class Body:
    inner = list((z for z in [q]) for q in [2])[0]
    print(inner.__qualname__, inner.gi_code.co_qualname)


function()
