"""Parts of a test that fail for themselves: the fixture `subtests`, and `subTest` of unittest's."""
from time import perf_counter, time

from .excinfo import ExceptionInfo
from .fixtures import fixture
from .outcomes import Exit
from .reports import TestReport
from .saferepr import saferepr

_FAILED = {}


class SubtestReport(TestReport):
    @property
    def count_towards_summary(self):
        return True

    @classmethod
    def of(cls, report, message, given, sections=()):
        made = cls.__new__(cls)
        made.__dict__.update(report.__dict__)
        made.message, made.given = message, {key: saferepr(value) for key, value in given.items()}
        made.sections = [*report.sections, *sections]
        return made

    def description(self):
        parts = [f'[{self.message}]'] if self.message is not None else []
        if self.given:
            parts.append('(' + ', '.join(f'{key}={value}' for key, value in self.given.items()) + ')')
        return ' '.join(parts) or '(<subtest>)'

    head_line = property(lambda self: f'{self.location[2]} {self.description()}')


class Subtests:
    def __init__(self, request):
        self._request = request

    def test(self, msg=None, **kwargs):
        return _Subtest(self._request, msg, kwargs)


class _Subtest:
    def __init__(self, request, message, given):
        self.request, self.message, self.given = request, message, given

    def __enter__(self):
        from .capture import CaptureFixture, _OfFile, _OfSys
        from .logging import LogCaptureHandler, catching_logs
        config = self.request.config
        self._start, self._begin = time(), perf_counter()
        self._capture = None
        made = {'fd': _OfFile, 'sys': _OfSys}.get(config.option.capture)
        if made is not None and config.capture._fixture is None:
            self._capture = CaptureFixture(made, self.request)
            self._capture._start()
        self._logs = LogCaptureHandler()
        self._logs.setFormatter(config.logging.formatter)
        self._catching = catching_logs(self._logs, config.logging.log_level)
        self._catching.__enter__()

    def __exit__(self, kind, exception, traceback):
        from .runner import CallInfo
        __tracebackhide__ = True
        item, sections = self.request.node, []
        self._catching.__exit__(None, None, None)
        if self._capture is not None:
            for name, text in zip(('stdout', 'stderr'), self._capture.readouterr()):
                if text:
                    sections.append((f'Captured {name} call', text))
            self._capture.close()
        if log := self._logs.stream.getvalue():
            sections.append(('Captured log call', log))
        duration = perf_counter() - self._begin
        call = CallInfo(None, exception and ExceptionInfo(exception), self._start, self._start + duration, duration, 'call')
        report = SubtestReport.of(item.ihook.pytest_runtest_makereport(item=item, call=call), self.message, self.given, sections)
        if report.failed:
            _FAILED[item.nodeid] = _FAILED.get(item.nodeid, 0) + 1
        with item.config.capture.disabled():
            item.ihook.pytest_runtest_logreport(report=report)
        if exception is not None and (isinstance(exception, (Exit, KeyboardInterrupt)) or self.request.session.shouldfail):
            return False
        return True


@fixture
def subtests(request):
    """Provides subtests functionality."""
    return Subtests(request)


def pytest_report_teststatus(report, config):
    if report.when != 'call':
        return None
    quiet = config.get_verbosity('subtests') == 0
    if isinstance(report, SubtestReport):
        told = report.description()
        if hasattr(report, 'wasxfail'):
            return ('', '', '') if quiet else ('xfailed', 'y', f'SUBXFAIL{told}')
        if report.failed:
            return 'failed', 'u', f'SUBFAILED{told}'
        if quiet:
            return '', '', ''
        return ('subtests passed', 'u', f'SUBPASSED{told}') if report.passed else (report.outcome, '-', f'SUBSKIPPED{told}')
    count = _FAILED.pop(report.nodeid, 0) if report.passed else 0
    if count:
        report.outcome = 'failed'
        report.longrepr = f'contains {count} failed subtest{"s" if count > 1 else ""}'
    return None


pytest_report_teststatus.pytest_impl = {'tryfirst': True}
