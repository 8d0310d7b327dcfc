"""Test cases, suites and the program that runs them."""
import sys as _sys
import time as _time
import traceback as _traceback

__path__ = []
__all__ = ['TestResult', 'TestCase', 'IsolatedAsyncioTestCase', 'TestSuite', 'TextTestRunner', 'TestLoader',
           'FunctionTestCase', 'main', 'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless',
           'expectedFailure', 'TextTestResult', 'installHandler', 'registerResult', 'removeResult', 'removeHandler',
           'addModuleCleanup', 'doModuleCleanups', 'enterModuleContext']
__unittest = True


class SkipTest(Exception):
    """A test is not to be run."""


class _ShouldStop(Exception):
    pass


class _UnexpectedSuccess(Exception):
    pass


def skip(reason):
    """Marks a test as one not to be run."""
    def decorate(item):
        if not isinstance(item, type):
            import functools

            @functools.wraps(item)
            def wrapper(*args, **kwargs):
                raise SkipTest(reason)
            item = wrapper
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item
    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ''
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _shown(value, short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if not short or len(text) < 80 else text[:80] + ' [truncated]...'


def _class_name(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


class _Raises:
    """assertRaises as a context."""

    def __init__(self, case, expected, pattern=None, warning=False):
        self.test_case, self.expected, self._pattern, self._message = case, expected, pattern, None
        self._warning = warning

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self._message, text))

    def handle(self, name, args, kwargs):
        types = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        base, kind = (Warning, 'a warning') if self._warning else (BaseException, 'an exception')
        if not all(isinstance(t, type) and issubclass(t, base) for t in types):
            raise TypeError(f'{name}() arg 1 must be {kind} type or tuple of {kind.split()[1]} types')
        if not args:
            self._message = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *rest = args
        self._called = getattr(function, '__name__', str(function))
        with self:
            function(*rest, **kwargs)

    _called = None

    def __enter__(self):
        if self._warning:
            import warnings
            self._catch = warnings.catch_warnings(record=True)
            self.warnings = self._catch.__enter__()
            warnings.simplefilter('always', self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, kind, value, tb):
        name = getattr(self.expected, '__name__', str(self.expected))
        by = f' by {self._called}' if self._called else ''
        if self._warning:
            self._catch.__exit__(kind, value, tb)
            if kind is not None:
                return
            first = None
            for found in self.warnings:
                if isinstance(found.message, self.expected):
                    first = first or found.message
                    if self._pattern is None or self._search(str(found.message)):
                        self.warning, self.filename, self.lineno = found.message, found.filename, found.lineno
                        return
            if first is not None:
                self._fail(f'"{self._pattern.pattern}" does not match "{first}"')
            self._fail(f'{name} not triggered{by}')
        if kind is None:
            self._fail(f'{name} not raised{by}')
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self._pattern is not None and not self._search(str(value)):
            self._fail(f'"{self._pattern.pattern}" does not match "{value}"')
        return True

    def _search(self, text):
        return self._pattern.search(text)


class _Logs:
    """assertLogs as a context."""

    def __init__(self, case, logger, level, none):
        import logging
        self.test_case, self._none = case, none
        self._logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self._level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO

    def __enter__(self):
        import logging

        class Keeper(logging.Handler):
            def __init__(self):
                super().__init__()
                self.records, self.output = [], []

            def emit(self, record):
                self.records.append(record)
                self.output.append(self.format(record))
        self._keeper = Keeper()
        self._keeper.setLevel(self._level)
        self._keeper.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        log = self._logger
        self._old = log.handlers[:], log.level, log.propagate
        log.handlers = [self._keeper]
        log.setLevel(self._level)
        log.propagate = False
        self.records, self.output = self._keeper.records, self._keeper.output
        return None if self._none else self

    def __exit__(self, kind, value, tb):
        self._logger.handlers, level, self._logger.propagate = self._old
        self._logger.setLevel(level)
        if kind is not None:
            return False
        import logging
        if self._none and self.records:
            raise self.test_case.failureException(
                f'Unexpected logs found: {self.output!r}')
        if not self._none and not self.records:
            text = f'no logs of level {logging.getLevelName(self._level)} or higher triggered on {self._logger.name}'
            raise self.test_case.failureException(text)


class _Outcome:
    def __init__(self, result):
        self.result, self.success, self.errors, self.skipped = result, True, [], False


class TestCase:
    """A test: a class with methods test…"""
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _classSetupFailed = False

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    _class_cleanups = []

    def __init__(self, methodName='runTest'):
        self._testMethodName, self._outcome, self._cleanups, self._subtest = methodName, None, [], None
        self._equals = {}
        method = getattr(self, methodName, None)
        if method is None and methodName != 'runTest':
            raise ValueError(f'no such test method in {type(self)}: {methodName}')
        self._testMethodDoc = getattr(method, '__doc__', None)

    def addTypeEqualityFunc(self, typeobj, function):
        self._equals[typeobj] = function

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        value = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return value

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        return self._testMethodDoc.strip().split('\n')[0].strip() if self._testMethodDoc else None

    def id(self):
        return f'{_class_name(type(self))}.{self._testMethodName}'

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({_class_name(type(self))}.{self._testMethodName})'

    def __repr__(self):
        return f'<{_class_name(type(self))} testMethod={self._testMethodName}>'

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    # Running

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):  #: in unittest/case.py
        if method() is not None:  #: 606
            import warnings
            warnings.warn_explicit(
                f'It is deprecated to return a value that is not None from a test case ({method})',
                DeprecationWarning, '<stdlib>/unittest/case.py', 707, 'unittest.case')  # the frame of __call__

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def doCleanups(self):
        outcome = self._outcome or _Outcome(None)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._part(outcome, lambda: self._callCleanup(function, *args, **kwargs), self)
        return outcome.success

    def _part(self, outcome, work, case):
        """Runs a part of the test; what it raises is the result's."""
        old = outcome.success
        outcome.success = True
        try:
            work()
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            outcome.success = False
            outcome.skipped = True
            if outcome.result is not None:
                outcome.result.addSkip(case, str(e))
        except _ShouldStop:
            outcome.success = False
        except BaseException:
            error = _sys.exc_info()
            outcome.success = False
            if getattr(outcome, 'expecting', False):
                outcome.expected = error
            elif outcome.result is not None:
                if isinstance(case, _Sub):
                    outcome.result.addSubTest(case.test_case, case, error)
                else:
                    add = outcome.result.addFailure if issubclass(error[0], self.failureException) else \
                        outcome.result.addError
                    add(case, error)
        else:
            if isinstance(case, _Sub) and outcome.result is not None:
                outcome.result.addSubTest(case.test_case, case, None)
        finally:
            outcome.success = outcome.success and old
        return outcome.success

    def run(self, result=None):  #: in unittest/case.py
        own = result is None
        if own:
            result = self.defaultTestResult()
            if hasattr(result, 'startTestRun'):
                result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(type(self), '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                why = getattr(type(self), '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
                result.addSkip(self, why)
                return result
            expecting = getattr(self, '__unittest_expecting_failure__', False) or getattr(
                method, '__unittest_expecting_failure__', False)
            outcome = self._outcome = _Outcome(result)
            started = _time.perf_counter()
            if self._part(outcome, self._callSetUp, self):
                outcome.expecting, outcome.expected = expecting, None
                self._part(outcome, lambda: self._callTestMethod(method), self)  #: 651 self._callTestMethod(testMethod)
                outcome.expecting = False
                self._part(outcome, self._callTearDown, self)
            self.doCleanups()
            if hasattr(result, 'addDuration'):
                result.addDuration(self, _time.perf_counter() - started)
            if expecting and not outcome.skipped:
                if getattr(outcome, 'expected', None):
                    result.addExpectedFailure(self, outcome.expected)
                elif outcome.success:
                    result.addUnexpectedSuccess(self)
            elif outcome.success:
                result.addSuccess(self)
            return result
        finally:
            self._outcome = None
            result.stopTest(self)
            if own and hasattr(result, 'stopTestRun'):
                result.stopTestRun()

    def __call__(self, *args, **kwds):  #: in unittest/case.py
        return self.run(*args, **kwds)  #: 707

    def debug(self):
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # Assertions

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f'{standard} : {msg}'

    def _check(self, fine, msg, text):
        if not fine:
            raise self.failureException(self._formatMessage(msg, text))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._check(False, msg, f'{_shown(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._check(False, msg, f'{_shown(expr)} is not false')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(self, expected_exception).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        import re
        return _Raises(self, expected_exception, re.compile(expected_regex)).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Raises(self, expected_warning, warning=True).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        import re
        return _Raises(self, expected_warning, re.compile(expected_regex), True).handle('assertWarnsRegex', args,
                                                                                       kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertEqual(self, first, second, msg=None):
        compare = None
        if type(first) is type(second):
            compare = self._equals.get(type(first)) or {
                dict: self.assertDictEqual, list: self.assertListEqual, tuple: self.assertTupleEqual,
                set: self.assertSetEqual, frozenset: self.assertSetEqual, str: self.assertMultiLineEqual,
            }.get(type(first))
        if compare is not None:
            return compare(first, second, msg=msg)
        self._base_equal(first, second, msg)

    def _base_equal(self, first, second, msg):
        if not first == second:
            self._check(False, msg, '%s != %s' % _pair(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._check(False, msg, f'{_shown(first)} == {_shown(second)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            self._check(diff <= delta, msg, f'{_shown(first)} != {_shown(second)} within {_shown(delta)} delta '
                        f'({_shown(diff)} difference)')
        else:
            places = 7 if places is None else places
            self._check(round(diff, places) == 0, msg, f'{_shown(first)} != {_shown(second)} within {places!r} '
                        f'places ({_shown(diff)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            self._check(first != second and diff > delta, msg, f'{_shown(first)} == {_shown(second)} within '
                        f'{_shown(delta)} delta ({_shown(diff)} difference)')
        else:
            places = 7 if places is None else places
            self._check(first != second and round(diff, places) != 0, msg,
                        f'{_shown(first)} == {_shown(second)} within {places!r} places')

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = (seq_type or type(seq1)).__name__ if seq_type is not None else 'sequence'
        if seq_type is not None:
            for place, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{place} sequence is not a {kind}: {_shown(seq)}')
        if seq1 == seq2:
            return
        text = '%ss differ: %s != %s\n' % (kind.capitalize(), *_pair(seq1, seq2))
        for at in range(min(len(seq1), len(seq2))):
            if seq1[at] != seq2[at]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % (at, *_pair(seq1[at], seq2[at]))
                break
        one, two = len(seq1), len(seq2)
        if one > two:
            text += f'\nFirst {kind} contains {one - two} additional elements.\n'
            text += f'First extra element {two}:\n{_shown(seq1[two])}\n'
        elif two > one:
            text += f'\nSecond {kind} contains {two - one} additional elements.\n'
            text += f'First extra element {one}:\n{_shown(seq2[one])}\n'
        import pprint
        self._check(False, msg, self._with_diff(text, pprint.pformat(seq1).splitlines(),
                                                pprint.pformat(seq2).splitlines()))

    def _with_diff(self, text, before, after):
        import difflib
        diff = '\n' + '\n'.join(difflib.ndiff(before, after))
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return text + diff
        return text + f'\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it.'

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines, extras = [], []
        for word, one, other in (('first', set1, set2), ('second', set2, set1)):
            try:
                extras.append((word, one.difference(other)))
            except TypeError as e:
                self.fail(f'invalid type when attempting set difference: {e}')
            except AttributeError as e:
                self.fail(f'{word} argument does not support set difference: {e}')
        for place, extra in extras:
            if extra:
                lines.append(f'Items in the {place} set but not the {"second" if place == "first" else "first"}:')
                lines += map(repr, extra)
        self._check(not lines, msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            import pprint
            text = '%s != %s' % _pair(d1, d2)
            self._check(False, msg, self._with_diff(text, pprint.pformat(d1).splitlines(),
                                                    pprint.pformat(d2).splitlines()))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        text = '%s != %s' % _pair(first, second)
        import difflib
        one, two = first.splitlines(keepends=True), second.splitlines(keepends=True)
        # What ends no line would run together; what does so shows that the other does not.
        if not all(text.endswith('\n') for text in (first, second) if text):
            one, two = ((text + '\n').splitlines(keepends=True) if text else [] for text in (first, second))
        diff = '\n' + ''.join(difflib.ndiff(one, two))
        self._check(False, msg, text + diff if self.maxDiff is None or len(diff) <= self.maxDiff
                    else text + f'\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it.')

    def assertCountEqual(self, first, second, msg=None):
        one, two, lines = list(first), list(second), []
        rest = list(two)
        seen = []
        for item in one + two:
            if item in seen:
                continue
            seen.append(item)
            a, b = one.count(item), two.count(item)
            if a != b:
                lines.append(f'First has {a}, Second has {b}:  {item!r}')
        if lines:
            self._check(False, msg, 'Element counts were not equal:\n' + '\n'.join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._check(False, msg, f'{_shown(member)} not found in {_shown(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._check(False, msg, f'{_shown(member)} unexpectedly found in {_shown(container)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._check(False, msg, f'{_shown(expr1)} is not {_shown(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._check(False, msg, f'unexpectedly identical: {_shown(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._check(False, msg, f'{_shown(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._check(False, msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._check(False, msg, f'{_shown(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._check(False, msg, f'{_shown(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:  #: 1277 if not «a < b»:
            self._check(False, msg, f'{_shown(a)} not less than {_shown(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:  #: 1283 if not «a <= b»:
            self._check(False, msg, f'{_shown(a)} not less than or equal to {_shown(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:  #: 1289 if not «a > b»:
            self._check(False, msg, f'{_shown(a)} not greater than {_shown(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:  #: 1295 if not «a >= b»:
            self._check(False, msg, f'{_shown(a)} not greater than or equal to {_shown(b)}')

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            self._check(False, msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        if found:
            self._check(False, msg, f'Regex matched: {text[found.start():found.end()]!r} matches '
                        f'{pattern.pattern!r} in {text!r}')


def _pair(first, second):
    """Two values as text, cut where they agree for long, so that about 80 characters of each are left."""
    a, b = _shown(first), _shown(second)
    longest = max(len(a), len(b))
    if longest <= 80:
        return a, b
    common = 0
    while common < min(len(a), len(b)) and a[common] == b[common]:
        common += 1

    def cut(text, head, tail):
        skipped = len(text) - head - tail
        return f'{text[:head]}[{skipped} chars]{text[len(text) - tail:]}' if skipped > 12 else text
    room = 80 - (longest - common + 5 + 12)
    if room > 5:
        head = cut(a[:common], 5, room)
        return head + a[common:], head + b[common:]
    head = cut(a[:common], 5, 5)
    return tuple(head + cut(text[common:], 41, 5) for text in (a, b))


class _Sub(TestCase):
    """A subtest, as the result names it."""

    def __init__(self, case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = case, message, params
        self.failureException = case.failureException

    def _subDescription(self):
        parts = [] if self._message is None else [f'[{self._message}]']
        if self.params:
            parts.append(f'({", ".join(f"{k}={v!r}" for k, v in self.params.items())})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'


class _SubTest:
    """subTest as a context."""

    def __init__(self, case, message, params):
        outer = case._subtest
        self._case, self._outer = case, outer
        self._sub = _Sub(case, message, {**(outer.params if outer else {}), **params})

    def __enter__(self):
        self._case._subtest = self._sub

    def __exit__(self, kind, value, tb):
        self._case._subtest = self._outer
        outcome = self._case._outcome
        if outcome is None or kind is not None and issubclass(kind, KeyboardInterrupt):
            return False

        def work():
            if value is not None:
                raise value
        if kind is not None and tb is not None:
            value = value.with_traceback(tb)
            if issubclass(kind, SkipTest):
                outcome.result.addSkip(self._sub, str(value))
            elif getattr(outcome, 'expecting', False):
                outcome.expected, outcome.success = (kind, value, tb), False
            else:
                outcome.success = False
                outcome.result.addSubTest(self._case, self._sub, (kind, value, tb))
                if getattr(outcome.result, 'failfast', False):
                    raise _ShouldStop
        elif outcome.result is not None:
            outcome.result.addSubTest(self._case, self._sub, None)
        return True


class FunctionTestCase(TestCase):
    """A function as a test case."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function, self._set_up, self._tear_down, self._description = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._set_up is not None:
            self._set_up()

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return f'{_class_name(type(self))} ({self._function.__name__})'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._function.__doc__
        return doc and doc.split('\n')[0].strip() or None


class TestSuite:
    """Tests in order."""
    __module__ = 'unittest.suite'

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return f'<{_class_name(type(self))} tests={list(self)}>'

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result, debug=False):
        top = not getattr(result, '_in_run', False)
        if top:
            result._in_run, result._previous = True, None
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, TestSuite):
                self._leave(result, type(test))
                self._enter(result, type(test))
                if getattr(type(test), '_classSetupFailed', False):
                    continue
            test(result)
        if top:
            self._leave(result, None)
            self._module(result, None, 'tearDownModule', result.__dict__.get('_module_name'))
            result._in_run = False
        return result

    __call__ = run

    def _guard(self, result, work, name):
        try:
            work()
        except SkipTest as e:
            result.addSkip(_Error(name), str(e))
        except Exception:
            result.addError(_Error(name), _sys.exc_info())
        else:
            return True
        return False

    def _module(self, result, cls, name, module):
        function = getattr(_sys.modules.get(module), name, None) if module else None
        return function is None or self._guard(result, function, f'{name} ({module})')

    def _enter(self, result, cls):
        if result._previous is cls:
            return
        result._previous = cls
        module = cls.__module__
        if result.__dict__.get('_module_name') != module:
            self._module(result, None, 'tearDownModule', result.__dict__.get('_module_name'))
            result._module_name = module
            result._module_failed = not self._module(result, cls, 'setUpModule', module)
        if getattr(cls, '__unittest_skip__', False) or not hasattr(cls, 'setUpClass'):
            return
        cls._classSetupFailed = result._module_failed
        if not result._module_failed:
            cls._classSetupFailed = not self._guard(result, cls.setUpClass, f'setUpClass ({_class_name(cls)})')

    def _leave(self, result, cls):
        old = result._previous
        if old is cls or old is None:
            return
        if not getattr(old, '__unittest_skip__', False) and not getattr(old, '_classSetupFailed', False) \
                and hasattr(old, 'tearDownClass'):
            self._guard(result, old.tearDownClass, f'tearDownClass ({_class_name(old)})')
        if hasattr(old, 'doClassCleanups'):
            self._guard(result, old.doClassCleanups, f'tearDownClass ({_class_name(old)})')


class _Error:
    """What failed outside a test."""
    failureException = None

    def __init__(self, description):
        self._description = description

    def id(self):
        return self._description

    __str__ = id

    def shortDescription(self):
        return None


class TestResult:
    """What has come of tests."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped, self.expectedFailures = [], [], [], []
        self.unexpectedSuccesses, self.collectedDurations = [], []
        self.testsRun, self.shouldStop, self.failfast, self.buffer, self.tb_locals = 0, False, False, False, False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    stopTestRun = startTestRun

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._maybe_stop()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._maybe_stop()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            which = self.failures if issubclass(err[0], test.failureException) else self.errors
            which.append((subtest, self._text(err, test)))
            self._maybe_stop()

    def _maybe_stop(self):
        if self.failfast:
            self.stop()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _text(self, err, test):
        """The traceback without the frames of this module."""
        kind, value, tb = err
        seen, todo = set(), [value]
        while todo:
            exc = todo.pop()
            if exc is None or id(exc) in seen:
                continue
            seen.add(id(exc))
            todo += [exc.__cause__, exc.__context__]
            trace = exc.__traceback__ if exc is not value else tb
            while trace is not None and '__unittest' in trace.tb_frame.f_globals:
                trace = trace.tb_next
            failure = test.failureException
            if exc is value and failure is not None and isinstance(exc, failure):
                kept, walk = [], trace
                while walk is not None and '__unittest' not in walk.tb_frame.f_globals:
                    kept.append(walk)
                    walk = walk.tb_next
                if walk is not None and kept:
                    kept[-1].tb_next = None
            exc.__traceback__ = trace
        return ''.join(_traceback.format_exception(value))

    def __repr__(self):
        return (f'<{_class_name(type(self))} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')


class TextTestResult(TestResult):
    """Results written as they come."""
    __module__ = 'unittest.runner'
    separator1, separator2 = '=' * 70, '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.showAll, self.dots, self.descriptions = stream, verbosity > 1, verbosity == 1, descriptions
        self._newline = True

    def getDescription(self, test):
        short = test.shortDescription()
        return f'{test}\n{short}' if self.descriptions and short else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + ' ... ')
            self._newline = False

    def _mark(self, test, word, letter):
        if self.showAll:
            if self._newline:
                self.stream.write(self.getDescription(test) + ' ... ')
            self.stream.write(word + '\n')
            self._newline = True
        elif self.dots:
            self.stream.write(letter)

    def _sub_mark(self, test, subtest, word, letter):
        if self.showAll:
            if not self._newline:
                self.stream.write('\n')
            self.stream.write(f'  {subtest._subDescription()} ... {word}\n')
            self._newline = True
        elif self.dots:
            self.stream.write(letter)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            fails = issubclass(err[0], subtest.failureException)
            if self.showAll:
                if self._newline:
                    self.stream.write(f'  {self.getDescription(subtest)} ... ')
                else:
                    self.stream.write('\n')
                    self.stream.write(f'  {self.getDescription(subtest)} ... ')
                self.stream.write('FAIL\n' if fails else 'ERROR\n')
                self._newline = True
            elif self.dots:
                self.stream.write('F' if fails else 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._mark(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._mark(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._mark(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._mark(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._mark(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._mark(test, 'unexpected success', 'u')

    def printErrors(self):
        write = self.stream.write
        if self.dots or self.showAll:
            write('\n')
        for word, found in (('ERROR', self.errors), ('FAIL', self.failures)):
            for test, text in found:
                write(f'{self.separator1}\n{word}: {self.getDescription(test)}\n{self.separator2}\n{text}\n')
        if self.unexpectedSuccesses:
            write(self.separator1 + '\n')
            for test in self.unexpectedSuccesses:
                write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')


class TextTestRunner:
    """Runs tests and writes what comes of them."""
    __module__ = 'unittest.runner'
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _sys.stderr if stream is None else stream
        self.descriptions, self.verbosity, self.failfast = descriptions, verbosity, failfast
        self.resultclass = resultclass or self.resultclass

    def run(self, test):
        import warnings
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        with warnings.catch_warnings():
            if not _sys.warnoptions:
                warnings.simplefilter('default')
            started = _time.perf_counter()
            result.startTestRun()
            try:
                test(result)
            finally:
                result.stopTestRun()
            taken = _time.perf_counter() - started
        result.printErrors()
        write, ran = self.stream.write, result.testsRun
        write(f'{result.separator2}\nRan {ran} test{"" if ran == 1 else "s"} in {taken:.3f}s\n\n')
        notes = [f'{word}={len(found)}' for word, found in (('failures', result.failures), ('errors', result.errors))
                 if found]
        if not result.wasSuccessful():
            write('FAILED')
        elif ran == 0 and not result.skipped:
            write('NO TESTS RAN')
        else:
            write('OK')
        notes += [f'{word}={len(found)}' for word, found in (
            ('skipped', result.skipped), ('expected failures', result.expectedFailures),
            ('unexpected successes', result.unexpectedSuccesses)) if found]
        write(f' ({", ".join(notes)})\n' if notes else '\n')
        return result


class _FailedTest(TestCase):
    """What could not be loaded, as a test that fails."""
    __module__ = 'unittest.loader'
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(name)

        def fails():
            raise self._exception
        return fails


class TestLoader:
    """Finds tests."""
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda one, two: (one > two) - (one < two))
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
        if self.testNamePatterns is not None:
            from fnmatch import fnmatchcase
            path = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.'
            names = [name for name in names if any(fnmatchcase(path + name, each) for each in self.testNamePatterns)]
        if self.sortTestMethodsUsing:
            from functools import cmp_to_key
            names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        found = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item not in (
                    TestCase, FunctionTestCase):
                found.append(self.loadTestsFromTestCase(item))
        load = getattr(module, 'load_tests', None)
        suite = self.suiteClass(found)
        return load(self, suite, pattern) if load is not None else suite

    def loadTestsFromName(self, name, module=None):
        parent, item, parts = None, module, name.split('.')
        if module is None:
            for end in range(len(parts), 0, -1):
                try:
                    item = __import__('.'.join(parts[:end]))
                    break
                except ImportError as e:
                    text = f'Failed to import test module: {parts[end - 1]}\n{_traceback.format_exc()}'
                    failed = self._failed(parts[end - 1], ImportError(text), text)
            else:
                return failed
            parts = parts[1:]
        for part in parts:
            try:
                parent, item = item, getattr(item, part)
            except AttributeError as e:
                text = f'Failed to access attribute:\n{_traceback.format_exc()}'
                return self._failed(part, AttributeError(text), text)
        if isinstance(item, type(_sys)):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(part)])
        return item()

    def _failed(self, name, exception, text):
        self.errors.append(text)
        return self.suiteClass([_FailedTest(name, exception)])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """The tests of the files below a folder whose names are of the pattern; a dotted name is that of a package."""
        import os
        if not os.path.isdir(start_dir):
            try:
                start_dir = os.path.dirname(__import__(start_dir, fromlist=['__path__']).__file__)
            except ImportError:
                raise ImportError(f'Start directory is not importable: {start_dir!r}') from None
        top = os.path.abspath(start_dir if top_level_dir is None else top_level_dir)
        if top not in _sys.path:
            _sys.path.insert(0, top)
        start_dir = os.path.abspath(start_dir)
        if start_dir != top and not os.path.isfile(os.path.join(start_dir, '__init__.py')):
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        return self.suiteClass(list(self._found_below(start_dir, top, pattern)))

    def _found_below(self, folder, top, pattern):
        import os
        from fnmatch import fnmatch
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                if os.path.isfile(os.path.join(path, '__init__.py')):
                    yield self._tests_of_file(path, top, pattern)
                    yield from self._found_below(path, top, pattern)
            elif name.endswith('.py') and name[:-3].isidentifier() and fnmatch(name, pattern):
                yield self._tests_of_file(path, top, pattern)

    def _tests_of_file(self, path, top, pattern):
        import importlib
        import os
        name = os.path.relpath(path, top).removesuffix('.py').replace('/', '.')
        try:
            module = importlib.import_module(name)
        except SkipTest as e:
            return self.suiteClass([_FailedTest(name, e)])
        except Exception:
            text = f'Failed to import test module: {name}\n{_traceback.format_exc()}'
            return self._failed(name, ImportError(text), text)
        return self.loadTestsFromModule(module, pattern=pattern)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TestProgram:
    """Runs the tests of a module."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False, durations=None):
        module = __import__(module) if isinstance(module, str) and module != '__main__' else \
            _sys.modules['__main__'] if isinstance(module, str) else module
        names = []
        for word in (_sys.argv if argv is None else argv)[1:]:
            if word in ('-v', '--verbose'):
                verbosity = 2
            elif word in ('-q', '--quiet'):
                verbosity = 0
            elif word in ('-f', '--failfast'):
                failfast = True
            elif not word.startswith('-'):
                names.append(word[:-3].replace('/', '.') if word.endswith('.py') else word)
        names = names or ([defaultTest] if isinstance(defaultTest, str) else list(defaultTest or ()))
        if names[:1] == ['discover'] and module is None or not names and module is None:
            suite = testLoader.discover(names[1] if names[1:] else '.')
        else:
            suite = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(suite)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                _sys.exit(5)
            _sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram


def installHandler():
    pass


def registerResult(result):
    pass


removeResult = registerResult


def removeHandler(method=None):
    pass


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


def enterModuleContext(cm):
    value = type(cm).__enter__(cm)
    addModuleCleanup(type(cm).__exit__, cm, None, None, None)
    return value


def __getattr__(name):  #: in unittest/__init__.py
    if name == 'IsolatedAsyncioTestCase':
        global IsolatedAsyncioTestCase
        from unittest.async_case import IsolatedAsyncioTestCase
        return IsolatedAsyncioTestCase
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")  #: 80
