"""What a learner gets wrong with the library shows the lines where CPython refuses it."""
import argparse
import collections
import concurrent.futures
import dataclasses
import enum
import json
import logging
import os.path
import pathlib
import statistics
import subprocess
import threading
import traceback
import typing


def refused(act, *args, **kwargs):
    try:
        print('not refused:', act(*args, **kwargs))
    except Exception as error:
        print(''.join(traceback.format_exception(error)))


class Colour(enum.Enum):
    RED = 1


class Strict(logging.Filter):
    def filter(self, record):
        return record.nothing


def pairs():
    class Planet(enum.Enum):
        EARTH = 1

        def __init__(self, mass, radius):
            pass


def made():
    class Tower(enum.IntEnum):
        HIGH = 'high'


def extended():
    class More(Colour):
        BLUE = 2


@dataclasses.dataclass
class Point:
    x: int = 0


def frozen():
    @dataclasses.dataclass(frozen=True)
    class Fixed(Point):
        pass


def arguments():
    parser = argparse.ArgumentParser(prog='p')
    refused(parser.add_argument)
    refused(parser.add_argument, 'x', 'y')
    refused(parser.add_argument, 'x', dest='y')
    refused(parser.add_argument, '-h')
    refused(parser.add_argument, '--x', nargs=0)
    refused(parser.add_argument, '--')
    group = parser.add_mutually_exclusive_group()
    refused(group.add_argument, 'x')


refused(subprocess.run, 'ls', '-l')
refused(subprocess.run, [])
refused(subprocess.check_output, ['true'], stdout=subprocess.PIPE)
refused(json.dumps, {}, indnt=2)
refused(json.dump, {}, open('/tmp/refused', 'w'), indnt=2)
refused(json.dump, {}, open('/tmp/refused', 'w'), 2, indent=2)
refused(json.dumps, {1, 2}, indent=2)
refused(logging.Formatter, '%(x)s', style='?')
refused(logging.basicConfig, style='?')
refused(logging.getLogger('a').setLevel, 1.5)
logging.getLogger('a').addFilter(Strict())
refused(logging.getLogger('a').warning, 'text')
refused(Colour)
refused(setattr, Colour.RED, 'value', 2)
refused(pairs)
refused(made)
refused(extended)
refused(frozen)
refused(collections.namedtuple, 'Row', '_hidden')
refused(typing.List[int])
refused(typing.runtime_checkable, Point)
refused(pathlib.Path, 5)
refused(pathlib.Path('a').relative_to, 5)
arguments()
refused(concurrent.futures.ThreadPoolExecutor, initializer=5)
refused(concurrent.futures.wait, [concurrent.futures.Future()], return_when='ALL')
refused(concurrent.futures.Executor().submit, print)
refused(threading.Barrier, '2')
refused(threading.Condition, 5)
refused(os.path.exists, [])
refused(os.path.islink, [])
refused(os.lstat, 1.5)
refused(os.remove, None)
refused(os.rename, ['a'], 'b')
refused(os.mkdir, '/tmp/refused_too', 'x')
refused(statistics.mean, ['a'])
