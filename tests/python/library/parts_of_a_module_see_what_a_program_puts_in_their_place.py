"""Whatever text of the library a function stands in, its globals are those of the module that it is said to be of."""
import ast
import dataclasses
import enum
import http.client
import inspect
import subprocess
import sys
import threading
import traceback
import typing
import unittest.case
import weakref
from unittest import mock

for function, module in (
    (enum.verify.__call__, enum), (threading.Barrier.wait, threading), (traceback.TracebackException.format, traceback),
    (dataclasses.asdict, dataclasses), (weakref.WeakValueDictionary.items, weakref), (inspect.signature, inspect),
    (inspect.getcallargs, inspect), (typing.get_type_hints, typing), (typing.overload, typing),
    (http.client.HTTPResponse.read, http.client), (subprocess.CompletedProcess.check_returncode, subprocess),
    (unittest.case.TestCase.assertIn, unittest.case), (ast.dump, ast), (ast.get_docstring, ast),
):
    print(function.__qualname__, function.__globals__ is vars(module), function.__module__, function.__globals__['__name__'])


class Refused(Exception):
    def __init__(self, returncode, *rest):
        print('made of', returncode, rest)


with mock.patch('subprocess.CalledProcessError', Refused):
    try:
        subprocess.CompletedProcess(['a'], 3).check_returncode()
    except Refused as e:
        print('refused', type(e).__name__)

with mock.patch.object(unittest.case, 'safe_repr', lambda obj, short=False: f'<<{obj}>>'):
    try:
        unittest.TestCase().assertIn(1, [2])
    except AssertionError as e:
        print(e)

with mock.patch('inspect.getfile', lambda object: 'elsewhere.txt'):
    print(inspect.getsourcefile(print))

with mock.patch('typing.get_origin', lambda tp: None):
    print(typing.get_origin(list[int]))

del threading.Barrier
print(hasattr(threading, 'Barrier'), 'Barrier' in vars(threading))
try:
    del threading.Barrier
except AttributeError as e:
    print(e)

print([name in sys.modules for name in ('_thread_barriers', '_enum_flags', '_inspect_more', 'http._client_responses')])
print([name for name in dir(http) if name.startswith('_client')])
try:
    import _thread_barriers
except ModuleNotFoundError as e:
    print(e)

print({'Flag', 'ReprEnum'} <= {cls.__name__ for cls in enum.Enum.__subclasses__()})

old = sys.modules.pop('enum')
import enum
print(enum is old, enum.Flag is old.Flag, enum.Flag.__mro__[1] is enum.Enum, enum.IntFlag.__new__.__globals__ is vars(enum))
