"""Errors that end in functions of CPython's library show that library's frames."""
import collections
import contextlib
import copy
import csv
import functools
import gzip
import io
import numbers
import os
import secrets
import sys
import textwrap
import traceback
import types
import xml.etree.ElementTree as ET


class Failing:
    def __deepcopy__(self, memo):
        raise ValueError("no copy")


def two_names():
    class Shape:
        area = functools.cached_property(lambda self: 1)
        size = area


def method():
    class Shape:
        @functools.singledispatchmethod
        def scale(self, k):
            pass

    Shape().scale()


ACTIONS = [
    lambda: collections.ChainMap({}).pop("x"), lambda: collections.ChainMap({}).popitem(),
    lambda: collections.ChainMap({}).__delitem__("x"), lambda: collections.UserList([1]).pop(5),
    lambda: collections.UserList([1]).remove(5), lambda: collections.UserList([1]).index(5),
    lambda: collections.UserList([1, "a"]).sort(), lambda: collections.Counter("a").most_common("x"),
    lambda: csv.DictReader(5), lambda: csv.DictWriter(5, []), lambda: csv.DictWriter(io.StringIO(), [], extrasaction="x"),
    lambda: csv.DictWriter(io.StringIO(), ["a"]).writerows([{"b": 1}]),
    lambda: textwrap.wrap(5), lambda: textwrap.fill(None), lambda: textwrap.dedent(5), lambda: textwrap.indent(5, ""),
    lambda: secrets.randbelow(0), lambda: contextlib.chdir("nope").__enter__(),
    lambda: functools.wraps(len)(5), two_names, method, lambda: functools.singledispatchmethod(5),
    lambda: ET.fromstring("<a>"), lambda: ET.fromstring(""), lambda: ET.fromstring("<a></b>"),
    lambda: ET.SubElement(5, "x"), lambda: gzip.decompress(b"abc"), lambda: gzip.decompress(b"\x1f\x8b\x01" + b"\0" * 9),
    lambda: os.path.commonpath([]), lambda: os.path.relpath(""), lambda: os.removedirs("nope"),
    lambda: os.link("nope", "other"), lambda: os.system(5), lambda: os.getpgid(99999999),
    lambda: types.SimpleNamespace(1, 2), lambda: types.SimpleNamespace(5), lambda: types.new_class(5),
    lambda: copy.deepcopy([Failing()]),
    lambda: numbers.Complex(), lambda: numbers.Real(), lambda: numbers.Rational(),
    lambda: numbers.Integral(), lambda: type("Half", (numbers.Rational,), {"numerator": 1})(),
]
for number, action in enumerate(ACTIONS):
    try:
        print(number, "value", action())
    except Exception:
        print(number)
        traceback.print_exc(file=sys.stdout)
