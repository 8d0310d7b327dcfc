"""Signatures of context variables' methods, and what these and combinations say of arguments that do not fit."""
import contextvars
import inspect
import itertools

for method in (contextvars.Context.get, contextvars.Context.copy, contextvars.ContextVar.set,
               contextvars.ContextVar.reset, contextvars.Context.items, itertools.chain.from_iterable):
    print(method.__qualname__, inspect.signature(method))

for call, arguments in ((contextvars.ContextVar, ('a', 1, 2)), (itertools.combinations, (None, None)),
                        (itertools.combinations, (None, 2)), (itertools.combinations, ('ab', -1)),
                        (itertools.combinations_with_replacement, (None, None)),
                        (itertools.combinations_with_replacement, (3, 'x'))):
    try:
        print(call(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
