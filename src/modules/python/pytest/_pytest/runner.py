"""Sets up, calls and tears down each test."""
import os
import sys
from time import perf_counter, time

from .excinfo import ExceptionInfo
from .outcomes import TEST_OUTCOME, Exit, Skipped, together
from .reports import CollectReport, TestReport


class CallInfo:
    """What a call came to."""

    def __init__(self, result, excinfo, start, stop, duration, when):
        self._result, self.excinfo, self.start, self.stop, self.duration, self.when = result, excinfo, start, stop, duration, when

    @property
    def result(self):
        if self.excinfo is not None:
            raise AttributeError(f'{self!r} has no valid result')
        return self._result

    @classmethod
    def from_call(cls, func, when, reraise=()):
        excinfo = result = None
        start, begin = time(), perf_counter()
        try:
            result = func()
        except BaseException as e:
            excinfo = ExceptionInfo(e)
            if reraise and isinstance(e, reraise):
                raise
        duration = perf_counter() - begin
        return cls(result, excinfo, start, start + duration, duration, when)

    def __repr__(self):
        said = f'result: {self._result!r}' if self.excinfo is None else f'excinfo={self.excinfo!r}'
        return f'<CallInfo when={self.when!r} {said}>'


class SetupState:
    """The nodes that are set up, from the session to the test, with what is to be done when they are torn down."""

    def __init__(self):
        self.stack = {}

    def is_node_active(self, node):
        return node in self.stack

    def setup(self, item):
        needed = item.listchain()
        for _, failed in self.stack.values():
            if failed:
                raise failed[0].with_traceback(failed[1])
        for node in needed[len(self.stack):]:
            self.stack[node] = [node.teardown], None
            try:
                node.setup()
            except TEST_OUTCOME as e:
                self.stack[node] = self.stack[node][0], (e, e.__traceback__)
                raise

    def addfinalizer(self, finalizer, node):
        assert node in self.stack, (node, self.stack)
        self.stack[node][0].append(finalizer)

    def teardown_exact(self, nextitem):
        needed = nextitem.listchain() if nextitem else []
        failed = []
        while self.stack and list(self.stack) != needed[:len(self.stack)]:
            node, (finalizers, _) = self.stack.popitem()
            own = []
            while finalizers:
                try:
                    finalizers.pop()()
                except TEST_OUTCOME as e:
                    own.append(e)
            if own:
                failed.append(together(own, f'errors while tearing down {node!r}'))
        if failed:
            raise together(failed, 'errors during test teardown')


def pytest_runtest_protocol(item, nextitem):
    hook = item.ihook
    hook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    runtestprotocol(item, nextitem=nextitem)
    hook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def runtestprotocol(item, log=True, nextitem=None):
    asks, session = hasattr(item, '_request'), item.session
    if asks and not item._request:
        item._initrequest()
    try:
        reports = [call_and_report(item, 'setup', log)]
        if not item.config.option.setuponly and reports[0].passed:
            reports += [call_and_report(item, 'call', log)]
        following = None if session.shouldfail or session.shouldstop else nextitem
        return [*reports, call_and_report(item, 'teardown', log, nextitem=following)]
    finally:
        if asks:
            item._request, item.funcargs = False, None


def call_and_report(item, when, log=True, **given):
    hook = getattr(item.ihook, f'pytest_runtest_{when}')
    call = CallInfo.from_call(lambda: hook(item=item, **given), when, (Exit, KeyboardInterrupt))
    report = item.ihook.pytest_runtest_makereport(item=item, call=call)
    if log:
        item.ihook.pytest_runtest_logreport(report=report)
    if call.excinfo is not None and not hasattr(report, 'wasxfail') and not isinstance(call.excinfo.value, Skipped):
        item.ihook.pytest_exception_interact(node=item, call=call, report=report)
    return report


def _tell_environment(item, when):
    if when:
        os.environ['PYTEST_CURRENT_TEST'] = f'{item.nodeid} ({when})'.replace('\0', '(null)')
    else:
        os.environ.pop('PYTEST_CURRENT_TEST', None)


def pytest_runtest_setup(item):
    _tell_environment(item, 'setup')
    item.session._setupstate.setup(item)


def pytest_runtest_call(item):
    _tell_environment(item, 'call')
    item.runtest()


def pytest_runtest_teardown(item, nextitem):
    _tell_environment(item, 'teardown')
    item.session._setupstate.teardown_exact(nextitem)
    _tell_environment(item, None)


def pytest_runtest_makereport(item, call):
    return TestReport.from_item_and_call(item, call)


def pytest_report_teststatus(report, config):
    if report.when in ('setup', 'teardown', 'collect'):
        if report.failed:
            return 'error', 'E', 'ERROR'
        return ('skipped', 's', 'SKIPPED') if report.skipped else ('', '', '')
    letter = {'passed': '.', 'skipped': 's'}.get(report.outcome, 'F')
    return report.outcome, letter, report.outcome.upper()


class CollectError:
    def __init__(self, text):
        self.longrepr = text

    def toterminal(self, out):
        out.line(self.longrepr)

    def __str__(self):
        return self.longrepr


def collect_one_node(collector):
    hook = collector.ihook
    hook.pytest_collectstart(collector=collector)
    report = hook.pytest_make_collect_report(collector=collector)
    call = report.__dict__.pop('call', None)
    if call and call.excinfo and not isinstance(call.excinfo.value, Skipped):
        hook.pytest_exception_interact(node=collector, call=call, report=report)
    return report


def pytest_make_collect_report(collector):
    from .nodes import Directory
    capture = collector.config.capture

    def collect():
        if isinstance(collector, Directory):
            collector.config.load_conftest(collector.path)
            collector.session._fixturemanager.enter(collector)
        return list(collector.collect())
    with capture.collecting(collector) as sections:
        call = CallInfo.from_call(collect, 'collect', (KeyboardInterrupt, SystemExit, Exit))
    outcome, longrepr = 'passed', None
    if call.excinfo:
        value, unittest = call.excinfo.value, sys.modules.get('unittest')
        if isinstance(value, Skipped) or unittest is not None and isinstance(value, unittest.SkipTest):
            crash = collector._repr_failure_py(call.excinfo, 'line').reprcrash
            outcome, longrepr = 'skipped', (crash.path, crash.lineno, crash.message)
        else:
            longrepr = collector.repr_failure(call.excinfo)
            outcome, longrepr = 'failed', longrepr if hasattr(longrepr, 'toterminal') else CollectError(longrepr)
    return CollectReport(collector.nodeid, outcome, longrepr, None if call.excinfo else call.result, sections, call=call)
