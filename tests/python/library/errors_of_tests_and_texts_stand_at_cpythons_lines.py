"""Where in unittest, argparse, string and others an error is raised: the functions, the lines, and what stands on them."""
import argparse
import functools
import inspect
import shutil
import string
import traceback
import typing
import unittest
import warnings
import weakref

CASE = unittest.TestCase()


class Lenient(argparse.ArgumentParser):
    def error(self, message):
        raise ValueError(message)


def warned():
    with CASE.assertWarnsRegex(UserWarning, 'zz'):
        warnings.warn('x')


def not_warned():
    with CASE.assertWarns(UserWarning):
        pass


for call in (
    lambda: CASE.skipTest('x'),
    lambda: CASE.assertWarns(UserWarning, int),
    lambda: CASE.assertRaisesRegex(ValueError, 'zz', int, 'x'),
    warned,
    not_warned,
    lambda: Lenient().parse_args(['--zz']),
    lambda: argparse.ArgumentParser(exit_on_error=False).parse_args(['--zz']),
    lambda: typing.List.nope,
    lambda: typing.NewType('N', int)(),
    lambda: inspect.getgeneratorstate(3),
    lambda: functools.partialmethod(3),
    lambda: shutil.chown('/tmp'),
    lambda: string.Formatter().vformat('{0.x}', (1,), {}),
    lambda: string.Formatter().vformat('{0[x]}', (1,), {}),
    lambda: weakref.WeakSet([3]),
):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
        for frame in traceback.extract_tb(e.__traceback__)[1:]:
            if frame.name != '<lambda>':
                print('   ', frame.name, frame.lineno, frame.line)
