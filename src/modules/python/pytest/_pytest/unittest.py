"""Classes of unittest's, run by pytest."""
import inspect
import sys

from .excinfo import ExceptionInfo
from .fixtures import FixtureFunctionDefinition
from .outcomes import Exit, Failed, Skipped, XFailed, exit
from .python import Class, Function


def test_case(collector, name, obj):
    """The node of a class of unittest's; None: it is none."""
    unittest = sys.modules.get('unittest')
    if unittest is None or not isinstance(obj, type) or not issubclass(obj, unittest.TestCase) or inspect.isabstract(obj):
        return None
    return UnitTestCase.from_parent(collector, name=name, obj=obj)


def _is_skipped(obj):
    return bool(getattr(obj, '__unittest_skip__', False))


class UnitTestCase(Class):
    def collect(self):
        from unittest import TestLoader
        cls, fixtures = self.obj, self.session._fixturemanager
        if not getattr(cls, '__test__', True):
            return []
        if _is_skipped(cls):
            def unittest_skip_fixture(request):
                raise Skipped(getattr(cls, '__unittest_skip_why__', ''), _use_item_location=True)
            self._register('_unittest_skip_fixture', unittest_skip_fixture, 'class')
        else:
            self.register_method_functions()
            self._register('_unittest_setUpClass_fixture', self._class_fixture(), 'class')
            self.register_class_functions()
        fixtures.parsefactories(holder=self.newinstance(), node=self)
        names = [name for name in TestLoader().getTestCaseNames(cls) if getattr(getattr(cls, name), '__test__', True)]
        if not names and getattr(cls, 'runTest', None) is not None:
            names = ['runTest']
        return [TestCaseFunction.from_parent(self, name=name) for name in names]

    def newinstance(self):
        return self.obj('runTest')

    def _register(self, name, function, scope):
        self.session._fixturemanager.register(f'{name}_{self.obj.__qualname__}', function, scope, autouse=True, node=self)

    def _class_fixture(self):
        def unittest_setup_class_fixture(request):
            cls = request.cls
            if _is_skipped(cls):
                raise Skipped(cls.__unittest_skip_why__, _use_item_location=True)
            try:
                cls.setUpClass()
            except Exception:
                cls.doClassCleanups()
                _raise_failed_cleanups(cls)
                raise
            yield
            try:
                cls.tearDownClass()
            finally:
                cls.doClassCleanups()
                _raise_failed_cleanups(cls)
        return unittest_setup_class_fixture


def _raise_failed_cleanups(cls):
    failed = [exception for _, exception, _ in getattr(cls, 'tearDown_exceptions', None) or ()]
    if len(failed) == 1:
        raise failed[0]
    if failed:
        raise ExceptionGroup('Unittest class cleanup errors', failed)


class TestCaseFunction(Function):
    """A test of such a class, and what unittest tells its result to."""
    __test__ = False
    nofuncargs = True
    failfast = False

    def __init__(self, *args, **given):
        self._excinfo = []
        super().__init__(*args, **given)

    @property
    def instance(self):
        if not hasattr(self, '_instance'):
            self._instance = self.parent.obj(self.name)
        return self._instance

    _testcase = instance

    def teardown(self):
        self._obj = None
        self.__dict__.pop('_instance', None)

    def runtest(self):
        if inspect.iscoroutinefunction(self.obj):
            self.instance(result=self)
            return
        setattr(self.instance, self.name, self.obj)
        try:
            self.instance(result=self)
        finally:
            delattr(self.instance, self.name)

    def startTest(self, testcase):
        pass

    stopTest = addSuccess = startTest

    def addDuration(self, testcase, elapsed):
        pass

    def _failed(self, exception):
        try:
            raise exception
        except BaseException as e:
            self._excinfo.append(ExceptionInfo(e))

    def addError(self, testcase, excinfo):
        if isinstance(excinfo[1], Exit):
            exit(excinfo[1].msg)
        self._excinfo.append(ExceptionInfo(excinfo[1]))

    def addFailure(self, testcase, excinfo):
        self._excinfo.append(ExceptionInfo(excinfo[1]))

    def addSkip(self, testcase, reason):
        self._failed(Skipped(reason, _use_item_location=True))
        if hasattr(testcase, 'test_case'):
            self.addSubTest(testcase.test_case, testcase, self._excinfo[-1])

    def addExpectedFailure(self, testcase, excinfo, reason=''):
        self._failed(XFailed(str(reason)))

    def addUnexpectedSuccess(self, testcase, reason=None):
        self._failed(Failed('Unexpected success', pytrace=False))

    def addSubTest(self, test_case, test, excinfo):
        from .runner import CallInfo
        from .subtests import SubtestReport
        message = test._message if isinstance(test._message, str) else None
        info = excinfo if isinstance(excinfo, ExceptionInfo) or excinfo is None else ExceptionInfo(excinfo[1])
        report = self.ihook.pytest_runtest_makereport(item=self, call=CallInfo(None, info, 0, 0, 0, 'call'))
        self.ihook.pytest_runtest_logreport(report=SubtestReport.of(report, message, dict(test.params)))

    def _traceback_filter(self, excinfo):
        frames = super()._traceback_filter(excinfo)
        return frames.filter(lambda entry: not entry.frame.f_globals.get('__unittest')
                             and not entry.frame.f_code.co_filename.startswith('<stdlib>/unittest/')) or frames


def pytest_runtest_makereport(item, call):
    if isinstance(item, TestCaseFunction) and item._excinfo:
        call.excinfo = item._excinfo.pop(0)
    unittest = sys.modules.get('unittest')
    if unittest and call.excinfo and isinstance(call.excinfo.value, unittest.SkipTest):
        from .runner import CallInfo
        from .outcomes import skip
        text = str(call.excinfo.value)
        call.excinfo = CallInfo.from_call(lambda: skip(text), call.when).excinfo


pytest_runtest_makereport.pytest_impl = {'tryfirst': True}
