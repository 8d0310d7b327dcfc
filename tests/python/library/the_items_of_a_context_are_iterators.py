# `keys`, `values` and `items` of a context are iterators with types of their own.
import contextvars
import re

name, number = contextvars.ContextVar('name'), contextvars.ContextVar('number')
name.set('x')
number.set(1)
context = contextvars.copy_context()
for made in context.keys(), context.values(), context.items(), iter(context):
    print(type(made), re.sub('0x[0-9a-f]+', '0x…', repr(made)), iter(made) is made, len(list(made)), list(made))
print(sorted(str(value) for value in context.values()), sorted(key.name for key in context))
for call in lambda: len(context.items()), lambda: context.items()[0], lambda: context.get(), lambda: context.get(1, 2, 3):
    try:
        print(call())
    except TypeError as e:
        print('TypeError:', e)
