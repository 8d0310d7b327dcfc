# What the library builds its classes on and CPython does not have is no base that a program sees.
import codecs
import calendar
import inspect
import io
import os
import pathlib
import queue
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import ParamSpec, TypeVar

for cls in (threading.Condition, threading.Semaphore, threading.BoundedSemaphore, threading.Event, threading.Barrier,
            queue.Queue, queue.PriorityQueue, ThreadPoolExecutor, io.StringIO, io.BytesIO, io.BufferedReader, HTTPStatus,
            codecs.StreamReader, codecs.StreamReaderWriter, calendar.LocaleTextCalendar, TypeVar, ParamSpec,
            weakref.WeakValueDictionary, pathlib.Path, os.DirEntry):
    print(cls.__name__, [f'{c.__module__}.{c.__qualname__}' for c in cls.__mro__])
    print('   ', cls.__bases__, cls.__base__, cls.mro() == list(cls.__mro__) == list(inspect.getmro(cls)))


class Jobs(queue.Queue):
    pass


class Both(threading.Event, queue.Queue):
    pass


print(Jobs.__mro__, Jobs.__bases__, Jobs.__base__)
print([c.__name__ for c in Both.__mro__], Both.__bases__)
print([name for name in dir(queue.Queue()) if not name.startswith('_')])
print([name for name in dir(threading.Semaphore()) if not name.startswith('_')])
print([name for name in dir(io.StringIO()) if not name.startswith('_')])
print(object in threading.Event.__bases__, issubclass(Jobs, queue.Queue), isinstance(Jobs(), object))
