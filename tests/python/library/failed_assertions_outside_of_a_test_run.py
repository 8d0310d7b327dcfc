"""Assertions of a TestCase that no runner runs: their frames show, and those of other functions of the library."""
import traceback
import unittest

case = unittest.TestCase()
FAILING = [
    (case.assertEqual, 1, 2), (case.assertNotEqual, 1, 1), (case.assertTrue, 0), (case.assertFalse, 1),
    (case.assertIn, 1, []), (case.assertNotIn, 1, [1]), (case.assertIs, 1, None), (case.assertIsNot, None, None),
    (case.assertIsNone, 1), (case.assertIsNotNone, None), (case.assertIsInstance, 1, str),
    (case.assertNotIsInstance, 1, int), (case.assertGreater, 1, 2), (case.assertLess, 2, 1),
    (case.assertGreaterEqual, 1, 2), (case.assertLessEqual, 2, 1), (case.assertAlmostEqual, 1, 1.5),
    (case.assertNotAlmostEqual, 1, 1.0), (case.assertEqual, [1], [2]), (case.assertEqual, (1,), (2,)),
    (case.assertEqual, {1: 2}, {1: 3}), (case.assertEqual, {1}, {2}), (case.assertEqual, 'a\nb', 'a\nc'),
    (case.assertCountEqual, [1], [2]), (case.assertRegex, 'a', 'b'), (case.assertNotRegex, 'a', 'a'),
    (case.assertRaises, ValueError, int, '5'), (case.fail, 'no'),
]
for function, *args in FAILING:
    try:
        function(*args)
    except AssertionError as e:
        print(function.__name__, *traceback.format_exception(e), sep='\n')
try:
    with case.assertRaises(ValueError):
        pass
except AssertionError as e:
    print(*traceback.format_exception(e), sep='\n')


def library():
    import argparse
    import calendar
    import cmd
    import collections
    import fractions
    import html
    import statistics
    import string
    import textwrap
    shell = type('Shell', (cmd.Cmd,), {'do_fail': lambda self, arg: int(arg), 'default': lambda self, line: int(line)})
    yield lambda: shell().onecmd('fail now')
    yield lambda: shell().onecmd('other')
    yield lambda: collections.UserDict().pop('a')
    yield lambda: collections.UserDict().__delitem__('a')
    yield lambda: textwrap.fill('abc', 0)
    yield lambda: fractions.Fraction([1])
    yield lambda: fractions.Fraction(1.5, 2)
    yield lambda: statistics.mean(5)
    yield lambda: statistics.median(['a', 1])
    yield lambda: textwrap.shorten('abc def', 3, placeholder='long placeholder')
    yield lambda: string.capwords(5)
    yield lambda: calendar.setfirstweekday(9)
    yield lambda: html.escape(5)
    yield lambda: argparse.ArgumentParser().add_argument('--x', type='int')
    yield lambda: argparse.ArgumentParser().add_argument('--x', nargs='z')


for call in library():
    try:
        call()
    except Exception as e:
        print(*traceback.format_exception(e), sep='\n')
