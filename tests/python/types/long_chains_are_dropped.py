# Each is dropped without as many calls as it has links.
import itertools, functools
def chain(step, first):
    link = first
    for _ in range(20000):
        link = step(link)
    link = None
    print('dropped')
class A: pass
def attribute(a):
    b = A(); b.x = a
    return b
def cause(e):
    made = ValueError(); made.__cause__ = e
    return made
for step in (lambda a: filter(bool, a), lambda a: map(str, a), zip, enumerate, lambda a: itertools.chain(a, [2]),
             lambda a: itertools.islice(a, 2), lambda a: (x for x in a), lambda a: iter([a]), lambda a: reversed([a])):
    chain(step, [1])
for step in (slice, classmethod, property, attribute, lambda a: {1: a}.items(), lambda a: (a,), lambda a: [a],
             lambda a: lambda: a, lambda a: functools.partial(print, a)):
    chain(step, 1)
chain(cause, None)
