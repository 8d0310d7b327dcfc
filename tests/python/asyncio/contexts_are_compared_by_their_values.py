# Contexts are mappings: equal if they have the same variables with equal values.
import collections.abc
import contextvars

a, b = contextvars.ContextVar('a'), contextvars.ContextVar('b')
x, y = contextvars.Context(), contextvars.Context()
print(x == y, x != y, x == 3, isinstance(x, collections.abc.Mapping))
x.run(a.set, [1])
print(x == y)
y.run(a.set, [1])
print(x == y, x is y)
y.run(a.set, 2)
print(x != y, x == x)
y.run(b.set, 3)
print(x == y, contextvars.copy_context() == contextvars.copy_context())
try:
    hash(x)
except TypeError as e:
    print(e)
