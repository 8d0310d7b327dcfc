"""Test cases: what a test is, and what it can assert."""
import contextlib
import functools
import sys
import time
import types
import warnings
from _class_parts import whole as _whole
from collections import ChainMap
from unittest import result
from unittest.util import _common_shorten_repr, _count_diff_all_purpose, safe_repr, strclass

from unittest._case_assertions import DIFF_OMITTED

__unittest = True
_NO_MESSAGE = object()


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
            @functools.wraps(item)
            def wrapper(*args, **kwargs):
                raise SkipTest(reason)
            item = wrapper
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item
    if isinstance(reason, types.FunctionType):
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


class _Outcome:
    """What has become of a test so far."""

    def __init__(self, result=None):
        self.result, self.success = result, True
        self.expecting_failure, self.expectedFailure = False, None
        self.result_supports_subtests = hasattr(result, 'addSubTest')

    @contextlib.contextmanager
    def testPartExecutor(self, test_case, subTest=False):
        """Around a part of a test: what it raises is the result's."""
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            _addSkip(self.result, test_case, str(e))
        except _ShouldStop:
            pass
        except BaseException:
            error = sys.exc_info()
            if self.expecting_failure:
                self.expectedFailure = error
            else:
                self.success = False
                if subTest:
                    self.result.addSubTest(test_case.test_case, test_case, error)
                else:
                    _addError(self.result, test_case, error)
            del error
        else:
            if subTest and self.success:
                self.result.addSubTest(test_case.test_case, test_case, None)
        finally:
            self.success = self.success and before


def _addSkip(result, test_case, reason):
    if getattr(result, 'addSkip', None) is not None:
        result.addSkip(test_case, reason)
    else:
        _lacks(result, 'addSkip', 'skips not reported')
        result.addSuccess(test_case)


def _lacks(result, name, so=''):
    """Warns of a result of an older kind."""
    warnings.warn(f'TestResult has no {name} method' + (so and ', ' + so), RuntimeWarning, stacklevel=4)


def _addError(result, test, exc_info):
    if result is not None:
        failed = issubclass(exc_info[0], test.failureException)
        (result.addFailure if failed else result.addError)(test, exc_info)


def _enter_context(cm, addcleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{strclass(cls)}' object does not support the context manager protocol") from None  #: 114 raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "⏎                f"not support the context manager protocol") from None
    value = enter(cm)  #: 116 result = «enter(cm)»
    addcleanup(leave, cm, None, None, None)
    return value


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Calls what is to be cleaned up; of what that raises the first is raised when all has been called."""
    raised = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as e:
            raised.append(e)
    if raised:
        raise raised[0]


def _warn_of_value(method, depth=3):
    text = f'It is deprecated to return a value that is not None from a test case ({method})'
    frame = sys._getframe(depth)  # who has called run()
    if frame.f_code is TestCase.__call__.__code__:
        warnings._warn_at(text, DeprecationWarning, '<stdlib>/unittest/case.py', 707, 'unittest.case')
    else:
        warnings._warn_at(text, DeprecationWarning, frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get('__name__'))


@_whole('unittest._case_assertions')
class TestCase:
    """A test: a class with methods test…"""
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    # Text that is longer is compared without a diff.
    _diffThreshold = 2 ** 16
    _classSetupFailed = False

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    _class_cleanups = []

    def __init__(self, methodName='runTest'):
        self._testMethodName, self._outcome, self._cleanups, self._subtest = methodName, None, [], None
        self._testMethodDoc = 'No test'
        try:
            testMethod = getattr(self, methodName)  #: 420
            self._testMethodDoc = testMethod.__doc__
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {type(self)}: {methodName}')  #: 425 raise ValueError("no such test method in %s: %s" %⏎      (self.__class__, methodName))
        self._type_equality_funcs = {
            dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual', set: 'assertSetEqual',
            frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

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
        return _enter_context(cm, self.addCleanup)  #: 472

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Calls what is to be cleaned up behind the class; what that raises is in `tearDown_exceptions`."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return result.TestResult()

    def shortDescription(self):
        return self._testMethodDoc.strip().split('\n')[0].strip() if self._testMethodDoc else None

    def id(self):
        return f'{strclass(type(self))}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({strclass(type(self))}.{self._testMethodName})'

    def __repr__(self):
        return f'<{strclass(type(self))} testMethod={self._testMethodName}>'

    @contextlib.contextmanager
    def subTest(self, msg=_NO_MESSAGE, **params):
        """Around a part of a test that fails for itself: the test goes on behind it."""
        outcome, around = self._outcome, self._subtest
        if outcome is None or not outcome.result_supports_subtests:
            yield
            return
        # What is given here stands before what the subtests around it were given.
        self._subtest = _SubTest(self, msg, _OrderedChainMap(params, *(around.params.maps if around else ())))
        try:
            with outcome.testPartExecutor(self._subtest, subTest=True):
                yield
            if not outcome.success:
                if outcome.result is not None and outcome.result.failfast:
                    raise _ShouldStop
            elif outcome.expectedFailure:
                raise _ShouldStop
        finally:
            self._subtest = around

    def _addExpectedFailure(self, result, exc_info):
        if hasattr(result, 'addExpectedFailure'):
            result.addExpectedFailure(self, exc_info)
        else:
            _lacks(result, 'addExpectedFailure', 'reporting as passes')
            result.addSuccess(self)

    def _addUnexpectedSuccess(self, result):
        if hasattr(result, 'addUnexpectedSuccess'):
            return result.addUnexpectedSuccess(self)
        _lacks(result, 'addUnexpectedSuccess', 'reporting as failure')
        try:
            raise _UnexpectedSuccess from None
        except _UnexpectedSuccess:
            result.addFailure(self, sys.exc_info())

    def _addDuration(self, result, elapsed):
        if hasattr(result, 'addDuration'):
            result.addDuration(self, elapsed)
        else:
            _lacks(result, 'addDuration')

    # Running

    def _callSetUp(self):  #: in unittest/case.py
        self.setUp()  #: 603

    def _callTestMethod(self, method):  #: in unittest/case.py
        if method() is not None:  #: 606
            _warn_of_value(method)

    def _callTearDown(self):  #: in unittest/case.py
        self.tearDown()  #: 611

    def _callCleanup(self, function, /, *args, **kwargs):  #: in unittest/case.py
        function(*args, **kwargs)  #: 614

    def _skipped_because(self, method):
        """Why the test is not to be run; None if it is."""
        if getattr(type(self), '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
            return getattr(type(self), '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
        return None

    def run(self, result=None):  #: in unittest/case.py
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            stop_run = getattr(result, 'stopTestRun', None)
            getattr(result, 'startTestRun', lambda: None)()
        result.startTest(self)
        try:
            testMethod = getattr(self, self._testMethodName)
            why = self._skipped_because(testMethod)
            if why is not None:
                _addSkip(result, self, why)
                return result
            expecting = getattr(self, '__unittest_expecting_failure__', False) or getattr(
                testMethod, '__unittest_expecting_failure__', False)
            outcome = self._outcome = _Outcome(result)
            started = time.perf_counter()
            try:
                with outcome.testPartExecutor(self):
                    self._callSetUp()  #: 647
                if outcome.success:
                    outcome.expecting_failure = expecting
                    with outcome.testPartExecutor(self):
                        self._callTestMethod(testMethod)  #: 651
                    outcome.expecting_failure = False
                    with outcome.testPartExecutor(self):
                        self._callTearDown()  #: 654
                self.doCleanups()  #: 655
                self._addDuration(result, time.perf_counter() - started)
                if outcome.success:
                    if not expecting:
                        result.addSuccess(self)
                    elif outcome.expectedFailure:
                        self._addExpectedFailure(result, outcome.expectedFailure)
                    else:
                        self._addUnexpectedSuccess(result)
                return result
            finally:
                outcome.expectedFailure = None
                outcome = self._outcome = None
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def doCleanups(self):  #: in unittest/case.py
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)  #: 688
        return outcome.success

    def __call__(self, *args, **kwds):  #: in unittest/case.py
        return self.run(*args, **kwds)  #: 707

    def debug(self):  #: in unittest/case.py
        testMethod = getattr(self, self._testMethodName)
        why = self._skipped_because(testMethod)
        if why is not None:
            raise SkipTest(why)
        self._callSetUp()  #: 719
        self._callTestMethod(testMethod)  #: 720
        self._callTearDown()  #: 721
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)  #: 724

    def skipTest(self, reason):
        raise SkipTest(reason)  #: 728


class FunctionTestCase(TestCase):
    """A function as a test case."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc, self._tearDownFunc, self._testFunc, self._description = setUp, tearDown, testFunc, description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def _parts(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __str__(self):
        return f'{strclass(type(self))} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{strclass(type(self))} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None


class _OrderedChainMap(ChainMap):
    """The names of the innermost subtest come first."""

    def __iter__(self):
        return iter(dict.fromkeys(name for names in self.maps for name in names))


class _SubTest(TestCase):
    """A subtest, as the result names it."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = [] if self._message is _NO_MESSAGE else [f'[{self._message}]']
        if self.params:
            parts.append(f'({", ".join(f"{k}={v!r}" for k, v in self.params.items())})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'
