"""Packages reach for inspect's own maker of signatures."""
import inspect
class Point:
    def __init__(self, x, y: 'int' = 2, *rest, deep=False, **more): pass
    def move(self, by, /, *, far=1) -> 'str': pass
class Sig(inspect.Signature): pass
def wrapped(f):
    import functools
    @functools.wraps(f)
    def call(*args): pass
    return call
@wrapped
def seen(a, b): pass
make = inspect._signature_from_callable
print(make(Point, sigcls=inspect.Signature), make(Point, skip_bound_arg=False, sigcls=inspect.Signature))
print(make(Point(1).move, sigcls=inspect.Signature), make(Point(1).move, skip_bound_arg=False, sigcls=inspect.Signature))
print(make(Point.move, sigcls=Sig, eval_str=True).return_annotation, type(make(seen, sigcls=Sig)))
print(make(seen, sigcls=Sig), make(seen, follow_wrapper_chains=False, sigcls=Sig))
for name in 'POSITIONAL_ONLY POSITIONAL_OR_KEYWORD VAR_POSITIONAL KEYWORD_ONLY VAR_KEYWORD'.split():
    print(repr(getattr(inspect, '_' + name)), getattr(inspect.Parameter, name) is getattr(inspect, '_' + name))
