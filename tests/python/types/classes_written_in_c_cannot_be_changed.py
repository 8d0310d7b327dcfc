# recorded by hand: datetime is a text in Python under the virtual clock
"""Attributes of extension types cannot be set or deleted, not by mock.patch either; those of subclasses can."""
import array
import asyncio
import ast
import collections
import contextvars
import datetime
import decimal
import functools
import io
import itertools
import queue
import re
import threading
import types
import zlib
from unittest import mock

FIXED = (asyncio.Future, asyncio.Task, contextvars.ContextVar, collections.deque, collections.defaultdict,
         collections.OrderedDict, functools.partial, itertools.count, type(threading.Lock()), threading.local,
         datetime.datetime, datetime.date, datetime.timedelta, decimal.Decimal, io.StringIO, io.BytesIO, re.Pattern,
         types.SimpleNamespace, array.array, queue.SimpleQueue, types.GenericAlias, int)
for cls in FIXED:
    try:
        cls.extra = 1
        print(cls, 'has it')
    except TypeError as error:
        print(error)
for cls in (asyncio.Lock, asyncio.Queue, collections.Counter, queue.Queue, ast.AST, type(zlib.compressobj()), io.IOBase,
            threading.Thread, asyncio.SelectorEventLoop):
    cls.extra = 1
    print(cls.__name__, cls.extra)
    del cls.extra
try:
    del datetime.datetime.now
except TypeError as error:
    print(error)
try:
    with mock.patch('datetime.datetime.now', return_value=1):
        print('patched')
except TypeError as error:
    print(error, '|', error.__context__)
try:
    with mock.patch.object(asyncio.Future, 'set_result'):
        print('patched')
except TypeError as error:
    print(error, '|', error.__context__)


class Fixed(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2030, 5, 6)


with mock.patch('datetime.datetime', Fixed):
    print(datetime.datetime.now(), datetime.datetime(2020, 1, 1) - datetime.timedelta(1))
with mock.patch.object(Fixed, 'now', return_value='patched'):
    print(Fixed.now())
with mock.patch('datetime.date') as date:
    date.today.return_value = 'today'
    print(datetime.date.today())
