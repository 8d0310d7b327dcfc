import argparse
import ast
import collections
import concurrent.futures
import concurrent.futures.thread
import copy
import functools
import logging.config
import queue
import secrets
import string
import sys
import traceback
import urllib.request
import weakref
from collections import Counter


def logged(**handler):
    logging.config.dictConfig({
        'version': 1, 'formatters': {'f': {'format': '%(message)s'}},
        'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', **handler}}, 'root': {'handlers': ['h']}})


def broken_pool():
    def initializer():
        raise OSError
    logging.getLogger('concurrent.futures').disabled = True
    with concurrent.futures.ThreadPoolExecutor(1, initializer=initializer) as pool:
        try:
            pool.submit(print).result()
        except concurrent.futures.thread.BrokenThreadPool:
            pool.submit(print)


class Named:
    pass


Named.alone = functools.cached_property(len)
named = collections.namedtuple('named', 'a b')
for refused in (
        lambda: Counter(1), lambda: Counter().update(1), lambda: Counter([[]]), lambda: Counter('a').subtract(1),
        lambda: Counter(a='x').update(a=1), lambda: Counter(a=1).update([{}]), lambda: Counter(a=1).subtract(a='x'),
        lambda: collections.UserList([1])[4], lambda: named._make([1]),
        lambda: ast.literal_eval('x'), lambda: ast.literal_eval('[1, f()]'), lambda: ast.literal_eval('{1: (x,)}'),
        lambda: ast.literal_eval('-x'), lambda: ast.literal_eval('1 + x'), lambda: ast.literal_eval('1 +'),
        lambda: ast.parse('def'), lambda: string.Template('$').substitute(), lambda: string.Formatter().format('{0}'),
        lambda: string.Formatter().format('{a}'), lambda: copy.copy(x for x in []),
        lambda: weakref.WeakKeyDictionary()[5], lambda: queue.Queue().get(timeout=-1),
        lambda: queue.Queue(1).put(1, timeout=-1) or queue.Queue(1), lambda: Named().alone, lambda: secrets.choice([]),
        lambda: logging.Formatter('%(x'), lambda: argparse.ArgumentParser().add_argument('-a', foo=1),
        lambda: argparse.ArgumentParser().add_argument('a', required=True),
        lambda: argparse.ArgumentParser().add_argument('-a', action='nope'),
        lambda: concurrent.futures.wait([5]), lambda: next(concurrent.futures.as_completed([5])), broken_pool,
        lambda: urllib.request.urlopen('http://example.com/', data='a=1'),
        lambda: logged(**{'class': 'logging.Nope'}), lambda: logged(**{'class': 'nope.X'}),
        lambda: logged(level='LOUD'), lambda: logged(foo=1),
        lambda: logged(**{'class': 'logging.FileHandler', 'filename': '/nope/a.log'})):
    try:
        print(refused())
    except Exception:
        traceback.print_exc(file=sys.stdout)
