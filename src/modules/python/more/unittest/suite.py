"""Tests in order, with what is set up for their modules and classes."""
import sys
from unittest import case, util

__unittest = True


class BaseTestSuite:
    """Tests in order; nothing is set up for their classes."""
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{util.strclass(type(self))} tests={list(self)}>'

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:  #: 57
            self.addTest(test)  #: 58

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)  #: 64
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        """Lets go of a test that has run, with all it holds."""
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)  #: 84

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """Tests in order; the functions of their modules and classes run before the first and after the last of each."""

    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _isnotsuite(test):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = type(test)
                if getattr(type(test), '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)  #: 122
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _guarded(self, result, function, method_name, parent):
        """Calls a function beside the tests; what it raises is the result's. True: it ended well."""
        try:
            function()
        except Exception as e:
            if isinstance(result, _DebugResult):
                raise
            self._createClassOrModuleLevelException(result, e, method_name, parent)
            return False
        return True

    def _handleClassSetUp(self, test, result):
        cls = type(test)
        if cls is getattr(result, '_previousTestClass', None) or result._moduleSetUpFailed \
                or getattr(cls, '__unittest_skip__', False):
            return
        _set_failed(cls, False)
        if getattr(cls, 'setUpClass', None) is None:
            return
        name = util.strclass(cls)
        with _Captured(result):
            if not self._guarded(result, cls.setUpClass, 'setUpClass', name):
                _set_failed(cls, True)
                if hasattr(cls, 'doClassCleanups'):
                    cls.doClassCleanups()
                    for info in cls.tearDown_exceptions:
                        self._createClassOrModuleLevelException(result, info[1], 'setUpClass', name, info=info)

    def _get_previous_module(self, result):
        cls = getattr(result, '_previousTestClass', None)
        return None if cls is None else cls.__module__

    def _handleModuleFixture(self, test, result):
        name = type(test).__module__
        if name == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        function = getattr(sys.modules.get(name), 'setUpModule', None)
        if function is None:
            return
        with _Captured(result):
            if not self._guarded(result, function, 'setUpModule', name):
                result._moduleSetUpFailed = True
                try:
                    case.doModuleCleanups()
                except Exception as e:
                    self._createClassOrModuleLevelException(result, e, 'setUpModule', name)

    def _handleModuleTearDown(self, result):
        name = self._get_previous_module(result)
        if name is None or result._moduleSetUpFailed or name not in sys.modules:
            return
        with _Captured(result):
            function = getattr(sys.modules[name], 'tearDownModule', None)
            if function is not None:
                self._guarded(result, function, 'tearDownModule', name)
            self._guarded(result, case.doModuleCleanups, 'tearDownModule', name)

    def _tearDownPreviousClass(self, test, result):
        cls = getattr(result, '_previousTestClass', None)
        if cls is None or cls is type(test) or getattr(cls, '_classSetupFailed', False) \
                or getattr(result, '_moduleSetUpFailed', False) or getattr(cls, '__unittest_skip__', False):
            return
        function, cleanups = getattr(cls, 'tearDownClass', None), getattr(cls, 'doClassCleanups', None)
        if function is None and cleanups is None:
            return
        name = util.strclass(cls)
        with _Captured(result):
            if function is not None:
                self._guarded(result, function, 'tearDownClass', name)
            if cleanups is not None:
                cleanups()
                for info in cls.tearDown_exceptions:
                    if isinstance(result, _DebugResult):
                        raise info[1]
                    self._createClassOrModuleLevelException(result, info[1], 'tearDownClass', name, info=info)

    def _createClassOrModuleLevelException(self, result, exc, method_name, parent, info=None):
        self._addClassOrModuleLevelException(result, exc, f'{method_name} ({parent})', info)

    def _addClassOrModuleLevelException(self, result, exception, errorName, info=None):
        holder = _ErrorHolder(errorName)
        if isinstance(exception, case.SkipTest) and getattr(result, 'addSkip', None) is not None:
            result.addSkip(holder, str(exception))
        else:
            result.addError(holder, info or sys.exc_info())


def _set_failed(cls, failed):
    try:
        cls._classSetupFailed = failed
    except TypeError:
        pass  # a class that is no TestCase


class _Captured:
    """Around what runs beside the tests: a result that keeps output (an older kind may not) keeps that of it, too."""

    def __init__(self, result):
        self.result = result

    def __enter__(self):
        getattr(self.result, '_setupStdout', _nothing)()

    def __exit__(self, *exc_info):
        getattr(self.result, '_restoreStdout', _nothing)()


def _nothing():
    pass


class _ErrorHolder:
    """What failed outside a test, in a test's place."""
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


def _isnotsuite(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult:
    """Stands for a result where nothing is caught."""
    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
