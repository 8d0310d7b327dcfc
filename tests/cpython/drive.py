"""Runs the tests of one of CPython's modules of tests, on whatever Python runs this, and says how each ended.

    drive.py MODULE [--data FOLDER] [--after TEST] [--absent NAME] [--absent-module NAME] ...

A line opens with MARK, so that it is told from what tests print: `begin TEST`, then `ok TEST`, `skip TEST`, or `FAIL
TEST` or `ERROR TEST` with the last line of the exception; `end` is the last one. `--after` leaves out the tests up to
one that has ended the run before; `--data` puts a folder of files beside the tests.
"""
import base64
import importlib
import os
import sys
import unittest
import zlib

import standins

MARK = '@@ '
WIDTH = 200


class Told(unittest.TestResult):
    """Prints a line for each result as it comes."""

    def __init__(self, out):
        super().__init__()
        self.out = out

    def say(self, *words):
        self.out.write(f"\n{MARK}{' '.join(words)}\n")
        self.out.flush()

    def tell(self, kind, test, error=None):
        words = [kind, test.id()]
        if error is not None:
            words.append(f'{error[0].__name__}: {error[1]}'.replace('\n', ' | ')[:WIDTH])
        self.say(*words)

    def startTest(self, test):
        super().startTest(test)
        self.say('begin', test.id())

    def addSuccess(self, test):
        self.tell('ok', test)

    def addSkip(self, test, reason):
        self.tell('skip', test)

    def addExpectedFailure(self, test, error):
        self.tell('ok', test)

    def addUnexpectedSuccess(self, test):
        self.tell('FAIL', test)

    def addFailure(self, test, error):
        self.tell('FAIL', test, error)

    def addError(self, test, error):
        self.tell('ERROR', test, error)

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.tell('FAIL' if issubclass(error[0], test.failureException) else 'ERROR', test, error)


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


def tests_of(module):
    """The tests of a module, those of its `load_tests` included where that works here."""
    loader = unittest.defaultTestLoader
    tests = list(flat(loader.loadTestsFromModule(module)))
    if any(type(test).__name__ == '_FailedTest' for test in tests):
        del module.load_tests
        tests = list(flat(loader.loadTestsFromModule(module)))
    return tests


def after(tests, last):
    names = [test.id() for test in tests]
    return tests[len(names) - names[::-1].index(last):] if last in names else tests


def place_files(folder):
    tests = os.path.dirname(importlib.import_module('test').__file__)
    for name, data in importlib.import_module(f'data_{folder.replace("/", "_")}').FILES.items():
        path = os.path.join(tests, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(zlib.decompress(base64.b64decode(data)))


def owner_of(name):
    """What a dotted name means: a module, or something in one."""
    module, _, attribute = name.rpartition('.')
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return getattr(owner_of(module), attribute)


def give_absent(words):
    """Stand-ins for what options name."""
    for option, value in zip(words[::2], words[1::2]):
        if option == '--absent-module':
            standins.absent_module(value)
        elif option == '--absent':
            module, _, attribute = value.rpartition('.')
            standins.give(owner_of(module), attribute)


def main(name, *words):
    told = Told(sys.stdout)
    last = None
    for option, value in zip(words[::2], words[1::2]):
        if option == '--after':
            last = value
        elif option == '--data':
            place_files(value)
    give_absent(words)
    tests = tests_of(standins.load(name))
    standins.tests_run()
    unittest.TestSuite(after(tests, last)).run(told)
    told.say('end')


if __name__ == '__main__':
    main(*sys.argv[1:])
elif __name__ == '__mp_main__':
    # What a process of multiprocessing is to run is in the module of tests.
    give_absent(sys.argv[2:])
    standins.load(sys.argv[1])
