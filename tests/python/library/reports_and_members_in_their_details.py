"""Tracebacks cut by a limit, values among an enum's, differences that unittest shows, placeholders' places."""
import string
import traceback
import unittest
from enum import Enum
from unittest.mock import create_autospec


class Light(Enum):
    RED = "stop"
    LIST = [1]

    @classmethod
    def _missing_(cls, value):
        return cls.RED


print("stop" in Light, "go" in Light, [1] in Light, [2] in Light, Light.RED in Light, Light("go"))


def depth(n):
    return depth(n - 1) if n else [][1]


try:
    depth(6)
except IndexError:
    print(traceback.format_exc(limit=-1), traceback.format_exc(limit=-3), traceback.format_exc(limit=5))
for text in "$ x", "a\n${1}", "$":
    try:
        string.Template(text).substitute()
    except ValueError as e:
        print(e)


class Test(unittest.TestCase):
    def runTest(self):
        for first, second in [("a\nb", "a\nc"), ("a\n", "b"), ("", "a"), (list(range(100)), list(range(99))),
                              ("x" * 100, "x" * 99 + "y"), ("x" * 90, "y" * 90), ("ab" * 60 + "c", "ab" * 60 + "d")]:
            try:
                self.assertEqual(first, second)
            except AssertionError as e:
                print(e)


class Plain:
    def go(self):
        return 1


Test().runTest()
print(unittest.TestSuite([Test()]), create_autospec(Plain)(1, 2) is not None)
print(unittest.defaultTestLoader.loadTestsFromName("no_such_module"), unittest.defaultTestLoader.errors[0].splitlines()[-1])
print((lambda: 1).__code__.co_code != b"")
