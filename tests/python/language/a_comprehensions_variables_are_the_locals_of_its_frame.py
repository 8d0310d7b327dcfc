"""While a comprehension of a module or a class runs, its variables are all that `f_locals` of the frame has."""
import sys


def shown():
    frame = sys._getframe(1)
    return sorted(name for name in frame.f_locals if not name.startswith('__'))


x = 1
print([shown() for i in range(1)], {shown()[0] for j in range(1)}, {k: shown() for k in 'a'})
print([[(shown(), sys._getframe().f_locals['i']) for j in range(1)] for i in range(2)])
print('x' in shown(), 'i' in shown())


class Class:
    a = 2
    print([shown() for i in range(1)])
    print(shown())


def function():
    b = 3
    print([shown() for i in range(1)])
    print(shown())


function()
print(list(shown() for i in range(1)))
frame = [sys._getframe() for i in range(1)][0]
print('i' in frame.f_locals, frame.f_locals['x'])
