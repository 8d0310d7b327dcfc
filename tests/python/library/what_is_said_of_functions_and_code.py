# getfullargspec keeps the first parameter, annotations are of what may have them, and code is equal to a copy of it.
import inspect


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class Ini:
    def __init__(self, x): pass
t(lambda: inspect.getfullargspec(Ini))
t(lambda: inspect.getfullargspec(Ini(1).__init__))
class Cal:
    def __call__(self, y): pass
t(lambda: inspect.getfullargspec(Cal()))
t(lambda: inspect.getfullargspec(5))
class New:
    def __new__(cls, x): pass
t(lambda: inspect.getfullargspec(New))
t(lambda: inspect.signature(Ini))
t(lambda: inspect.get_annotations(5))
t(lambda: inspect.get_annotations(len))
t(lambda: inspect.get_annotations(inspect))
t(lambda: inspect.get_annotations(Cal()))
def f(a): return a
t(lambda: f.__code__ == f.__code__.replace())
t(lambda: hash(f.__code__) == hash(f.__code__.replace()))
t(lambda: f.__code__ == f.__code__.replace(co_name='x'))
t(lambda: f.__code__ == (lambda a: a).__code__)
t(lambda: (lambda a: a).__code__ == (lambda a: a).__code__)
t(lambda: f.__code__ != f.__code__.replace())
t(lambda: f.__code__ == 5)
t(lambda: f.__code__ < f.__code__)
t(lambda: f.__code__ == f.__code__.replace(co_firstlineno=99))
t(lambda: f.__code__ == f.__code__.replace(co_filename='abc'))
a = compile('x = 1', 'a', 'exec'); t(lambda: a == compile('x = 1', 'b', 'exec')); t(lambda: a == compile('x = 2', 'a', 'exec')); t(lambda: a == compile('x = 1.0', 'a', 'exec')); t(lambda: a == compile('y = 1', 'a', 'exec')); t(lambda: len({a, compile('x = 1', 'b', 'exec')}))
