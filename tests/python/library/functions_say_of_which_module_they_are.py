"""Functions and classes say of which module they are, under the names by which they are asked for; random's methods are functions."""
import abc
import calendar
import ctypes
import doctest
import faulthandler
import fnmatch
import gc
import inspect
import multiprocessing
import os
import os.path
import platform
import random
import secrets
import shutil
import statistics
import sys
import traceback
import urllib.parse
import weakref

for function in (os.unlink, os.replace, os.getegid, os.fdatasync, os.WIFEXITED, os.walk, os.makedirs, os.fdopen, os.execl, os.eventfd, os.getenvb, os.fwalk,
                 os.path.exists, os.path.commonprefix, os.path.isdir, gc.enable, inspect.getclosurevars, inspect.getmodulename, shutil.make_archive,
                 statistics.kde, doctest.DocTestSuite, sys.addaudithook, sys.displayhook, faulthandler.enable, ctypes.sizeof, fnmatch.fnmatch,
                 platform.python_revision, abc.get_cache_token, multiprocessing.Queue, multiprocessing.Value, secrets.choice, random.Random.choice):
    print(function.__module__, function.__qualname__, function.__name__)

print(type(random.randint), type(random.Random.randint), type(random.random), random.randint.__func__ is random.Random.randint)
print(repr(random.Random.choice)[:31], inspect.isfunction(random.Random.sample), inspect.signature(random.choices), inspect.signature(random.getrandbits))
print(random.Random.sample.__kwdefaults__, random.Random.seed.__defaults__, random.Random.seed.__code__.co_varnames[:3])
print(random.SystemRandom is secrets.SystemRandom, random.SystemRandom.__module__, issubclass(random.SystemRandom, random.Random))
system = random.SystemRandom()
print(system.random(), system.randint(1, 1000), system.choice('abcdef'), system.getrandbits(20), system.sample(range(100), 3), system.randbytes(3), system.seed(1))
for name in 'getstate', 'setstate', '__reduce__':
    try:
        getattr(system, name)()
    except NotImplementedError as error:
        print(error)
for wrong in (lambda: random.getrandbits(), lambda: random.Random(1, 2), lambda: random.randint(1), lambda: multiprocessing.Queue(1, 2),
              lambda: multiprocessing.Lock(1), lambda: multiprocessing.Array('i'), lambda: multiprocessing.Lock().acquire(True, 'x'),
              lambda: traceback.format_list([1]), lambda: traceback.format_list([('f', 1)])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)

for cls in urllib.parse.SplitResult, urllib.parse.SplitResultBytes, urllib.parse.DefragResult, urllib.parse.ParseResultBytes:
    print([c.__name__ for c in cls.__mro__])
url = urllib.parse.urlsplit('http://us:pw@Host%1:80/p?q#f')
print(url.username, url.password, url.hostname, url.port, url.encode(), url.encode().hostname, url.encode().decode() == url)
url = urllib.parse.urlparse(b'http://us:pw@[::1]:8080/p;x?q#f')
print(url, url.username, url.password, url.hostname, url.port, url.geturl(), url.decode())


class Both:
    x = 4

    def __call__(self):
        return 5

    def __add__(self, other):
        return 6


class Plain:
    x = 4


both, plain = Both(), Plain()
for proxy in weakref.proxy(both), weakref.proxy(plain):
    print(type(proxy), isinstance(proxy, weakref.ProxyType), isinstance(proxy, weakref.CallableProxyType), type(proxy).__mro__, proxy.x)
    proxy.y = 3
    print(proxy.y, (both if proxy.__class__ is Both else plain).y)
print(weakref.proxy(both)(), weakref.proxy(both) + 1)
print(issubclass(calendar.IllegalMonthError, IndexError))
