"""Which of two wrong things is told first, and of what an argument that is nothing is called."""
import asyncio
import collections
import inspect
import weakref


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def items():
    yield 1


attempt(lambda: asyncio.Condition().notify('abc'))
attempt(lambda: b'a'.center(3, None))
attempt(lambda: bytearray(b'a').rjust(3, None))
attempt(lambda: bytearray().extend(''))
attempt(lambda: bytearray().extend('a'))
attempt(lambda: collections.UserList(0))
attempt(lambda: collections.UserList(None))
attempt(lambda: weakref.WeakSet(0))
for function in inspect.getsource, inspect.getfile, inspect.getsourcelines:
    attempt(lambda: function(items()))
print(weakref.WeakValueDictionary()._remove.__closure__, weakref.WeakKeyDictionary()._remove.__closure__)
