# Any object may be asked for the mark of a coroutine function, and `__import__` may be given an empty name to import.
import _py_abc
import inspect
import json
import pydoc

for module in (pydoc, _py_abc, json):
    print(module.__name__, inspect.iscoroutinefunction(module), getattr(module, '', None))
print(__import__('json', fromlist=['']).__name__, __import__('json.decoder', fromlist=['']).__name__)
print(__import__('pydoc', fromlist=['']).__name__)
