# inspect.signature of classes and functions that are native in CPython: read, unreadable or none, also by a subclass.
import abc
import array
import ast
import collections
import contextvars
import csv
import datetime
import inspect
import pickle
import queue
import random
import re
import signal
import struct
import threading
import traceback
import types
import typing
import weakref


class Row(typing.TypedDict):
    a: int


Name = typing.NewType('Name', str)


def show(what, obj):
    try:
        print(what, inspect.signature(obj))
    except ValueError as e:
        print(what, 'ValueError', e)


for obj in (Row, Name, anext, collections.deque, collections.OrderedDict, collections.defaultdict, array.array,
            ast.AST, ast.Name, threading.local, queue.SimpleQueue, random.Random, random.SystemRandom,
            re.Match, re.Pattern, re.sub, re.subn, re.split, weakref.getweakrefs, weakref.ProxyType, struct.calcsize,
            struct.unpack, csv.reader, csv.writer, csv.field_size_limit, pickle.Pickler, pickle.loads,
            contextvars.copy_context, typing.TypeVar, typing.ParamSpec, signal.signal, signal.getsignal):
    show(getattr(obj, '__name__', None), obj)
for name in ('CellType', 'CodeType', 'EllipsisType', 'FunctionType', 'GenericAlias', 'MappingProxyType', 'MethodType',
             'ModuleType', 'NoneType', 'NotImplementedType', 'SimpleNamespace', 'TracebackType'):
    show(name, getattr(types, name))
for base in (types.ModuleType, types.SimpleNamespace, collections.deque, collections.defaultdict, collections.OrderedDict,
             random.Random, queue.SimpleQueue, array.array, ast.Name, dict, abc.ABCMeta):
    show('below ' + base.__name__, type('Below', (base,), {}))


class Own(types.ModuleType):
    def __init__(self, title):
        super().__init__(title)


show('Own', Own)
print(inspect.signature(traceback.print_exception))
print(typing.TypedDict.__call__, Row(a=1), type(Name.__call__), Name('x'), Name.__call__('y'))
print(signal.getsignal(signalnum=signal.SIGTERM), inspect.signature(typing.NamedTuple))
for call in (lambda: Name(), lambda: Name(1, 2), lambda: Name(x=1)):
    try:
        call()
    except TypeError as e:
        print(e)
