class _C:
    try:
        y = [__class__ for x in [1]]
    except NameError as e:
        print(e)

    def g(self):
        return __class__


__class__ = 2


class D:
    def m(self):
        super()

    values = [__class__ for i in range(1)]


print(D.values)
def f():
    l = [None]
    return [1 for (l[0], l) in [[1, 2]]]
try: f()
except UnboundLocalError as e: print(e)
def f():
    return [lambda: l for (k, l.x) in [[1, 2]] for l in k]
try: f()
except UnboundLocalError as e: print(e)
def f():
    return [(lambda: l)() for (k, m) in [[1, 2]] for n in l for l in k]
try: f()
except UnboundLocalError as e: print(e)
def f():
    return [[x for x in [5]] for y in [(lambda: x)()] for x in [y]]
try: f()
except Exception as e: print(type(e), e)
def f():
    return [(lambda: x)()  for y in [1] if (lambda: x)() for x in [y]]
try: f()
except Exception as e: print(type(e), e)
class C:
    try: a = [(lambda: x)()  for y in [1] if (lambda: x)() for x in [y]]
    except Exception as e: print(type(e), e)
    try: a = [x  for y in [1] if x for x in [y]]
    except Exception as e: print(type(e), e)
try: a = [x  for y in [1] if x for x in [y]]
except Exception as e: print(type(e), e)
