"""What tests log: kept for reports, and for the fixture `caplog`."""
import contextlib
import io
import logging
import re

from .fixtures import fixture
from .hooks import around_phases

_FORMAT, _DATES = '%(levelname)-8s %(name)s:%(filename)s:%(lineno)d %(message)s', '%H:%M:%S'


class LogCaptureHandler(logging.StreamHandler):
    def __init__(self):
        super().__init__(io.StringIO())
        self.records = []

    def emit(self, record):
        self.records.append(record)
        super().emit(record)

    def reset(self):
        self.records, self.stream = [], io.StringIO()

    def clear(self):
        self.records.clear()
        self.stream = io.StringIO()

    def handleError(self, record):
        if logging.raiseExceptions:
            raise


class _LinesBelow(logging.PercentStyle):
    """Further lines of a message stand below its first."""


@contextlib.contextmanager
def catching_logs(handler, level=None):
    root = logging.getLogger()
    if level is not None:
        handler.setLevel(level)
    loggers = [root, *(each for each in root.manager.loggerDict.values()
                       if isinstance(each, logging.Logger) and not each.propagate and each is not root)]
    before = root.level
    for each in loggers:
        each.addHandler(handler)
    if level is not None:
        root.setLevel(min(before, level))
    try:
        yield handler
    finally:
        if level is not None:
            root.setLevel(before)
        for each in loggers:
            each.removeHandler(handler)


class LogCaptureFixture:
    def __init__(self, item):
        self._item, self._handler_level, self._levels, self._disabled = item, None, {}, None

    handler = property(lambda self: self._item.stash['caplog handler'])
    text = property(lambda self: re.sub(r'\x1b\[[\d;]+m', '', self.handler.stream.getvalue()))
    records = property(lambda self: self.handler.records)
    record_tuples = property(lambda self: [(each.name, each.levelno, each.getMessage()) for each in self.records])
    messages = property(lambda self: [each.getMessage() for each in self.records])

    def _finalize(self):
        if self._handler_level is not None:
            self.handler.setLevel(self._handler_level)
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)
        if self._disabled is not None:
            logging.disable(self._disabled)
            self._disabled = None

    def get_records(self, when):
        return self._item.stash['caplog records'].get(when, [])

    def clear(self):
        self.handler.clear()

    def _enable(self, level, logger):
        before = logger.manager.disable
        if isinstance(level, str):
            level = logging.getLevelName(level)
        if not isinstance(level, int):
            logging.disable(logging.NOTSET)
        elif not logger.isEnabledFor(level):
            logging.disable(max(level - 10, logging.NOTSET))
        return before

    def set_level(self, level, logger=None):
        of = logging.getLogger(logger)
        self._levels.setdefault(logger, of.level)
        of.setLevel(level)
        if self._handler_level is None:
            self._handler_level = self.handler.level
        self.handler.setLevel(level)
        before = self._enable(level, of)
        if self._disabled is None:
            self._disabled = before

    @contextlib.contextmanager
    def at_level(self, level, logger=None):
        of = logging.getLogger(logger)
        with contextlib.ExitStack() as undone:
            for each in of, self.handler:
                undone.callback(each.setLevel, each.level)
                each.setLevel(level)
            undone.callback(logging.disable, self._enable(level, of))
            yield

    @contextlib.contextmanager
    def filtering(self, filter_):
        with contextlib.ExitStack() as undone:
            if filter_ not in self.handler.filters:
                self.handler.addFilter(filter_)
                undone.callback(self.handler.removeFilter, filter_)
            yield


@fixture
def caplog(request):
    """Access and control log capturing."""
    capture = LogCaptureFixture(request.node)
    yield capture
    capture._finalize()


def level_of(config, *names):
    for name in names:
        level = getattr(config.option, name, None)
        if level is None:
            level = config.getini(name)
        if level not in (None, ''):
            break
    else:
        return None
    if isinstance(level, int):
        return level
    try:
        return int(getattr(logging, level.upper(), level))
    except ValueError as e:
        from .config_errors import UsageError
        raise UsageError(f"'{level.upper()}' is not recognized as a logging level name for '{name}'. Please consider passing the "
                         'logging level num instead.') from e


class _Live(logging.StreamHandler):
    """Shows what is logged at once (`--log-cli-level`)."""

    def __init__(self, reporter, capture):
        super().__init__(reporter)
        self._capture, self._when, self._first, self._told = capture, None, True, False

    def begin(self, when):
        self._when, self._told = when, False
        if when == 'start':
            self._first = True

    def emit(self, record):
        with self._capture.disabled():
            if self._first:
                self.stream.write('\n')
                self._first = False
            elif self._when in ('teardown', 'finish') and not self._told:
                self.stream.write('\n')
            if not self._told:
                self.stream.section(f'live log {self._when}', sep='-', bold=True)
                self._told = True
            super().emit(record)


class LoggingPlugin:
    def __init__(self, config):
        self._config, self.log_level = config, level_of(config, 'log_level')
        self.formatter = _formatter(config, 'log_format', 'log_date_format')
        self._caplog, self._report = LogCaptureHandler(), LogCaptureHandler()
        for each in self._caplog, self._report:
            each.setFormatter(self.formatter)
        self._live, self._live_level = None, level_of(config, 'log_cli_level', 'log_level')
        if config.option.log_cli_level is not None or config.getini('log_cli'):
            self._live = _Live(config.terminal, config.capture)
            self._live.setFormatter(_formatter(config, 'log_cli_format', 'log_cli_date_format', 'log_format', 'log_date_format'))

    def _begin(self, when):
        if self._live:
            self._live.begin(when)

    @contextlib.contextmanager
    def live(self):
        if self._live is None:
            yield
            return
        if not self._config.option.collectonly:
            self._config.option.verbose = max(self._config.option.verbose, 1)
        with catching_logs(self._live, self._live_level):
            yield

    @contextlib.contextmanager
    def _during(self, item, when):
        self._begin(when)
        with catching_logs(self._caplog, self.log_level) as caplog, catching_logs(self._report, self.log_level) as report:
            caplog.reset()
            report.reset()
            item.stash.setdefault('caplog records', {})[when] = caplog.records
            item.stash['caplog handler'] = caplog
            try:
                yield
            finally:
                item.add_report_section(when, 'log', report.stream.getvalue().strip())

    def pytest_runtest_logstart(self):
        self._begin('start')

    def pytest_runtest_logreport(self):
        self._begin('logreport')

    def pytest_runtest_logfinish(self):
        self._begin('finish')

    pytest_runtest_setup, pytest_runtest_call, pytest_runtest_teardown = around_phases(_during)


def _formatter(config, *names):
    def found(which):
        for name in names[which::2]:
            value = getattr(config.option, name, None) or config.getini(name)
            if value:
                return value
        return None
    return logging.Formatter(found(0) or _FORMAT, found(1) or _DATES)
