"""Contexts, tokens, references and structs have no `__dict__`; their subclasses' instances have one."""
import contextvars
import struct
import weakref


class Thing:
    pass


class Named(weakref.ref):
    pass


thing = Thing()
variable = contextvars.ContextVar('variable')
for value in (contextvars.copy_context(), variable, variable.set(1), weakref.ref(thing), struct.Struct('b'), Named(thing)):
    try:
        value.extra = 1
        print(type(value).__name__, value.extra, vars(value))
        del value.extra
    except AttributeError as error:
        print(error)
    print(hasattr(value, '__dict__'))
