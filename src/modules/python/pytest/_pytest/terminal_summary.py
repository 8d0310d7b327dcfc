"""What a run tells at its end: failures, warnings, and how many tests have passed."""
import datetime
from time import perf_counter
from collections import Counter

from .config_errors import ExitCode
from .sources import relative
from .terminal import trimmed
from .terminal_writer import wcswidth

_TOLD_AFTER = (ExitCode.OK, ExitCode.TESTS_FAILED, ExitCode.INTERRUPTED, ExitCode.USAGE_ERROR, ExitCode.NO_TESTS_COLLECTED)
_DOCS = '-- Docs: https://docs.pytest.org/en/stable/how-to/capture-warnings.html'


class Summary:
    def __init__(self, reporter, session):
        self.reporter, self.session, self.config = reporter, session, reporter.config
        self.tw, self.option = reporter._tw, reporter.config.option

    def tell(self, status):
        reporter = self.reporter
        self.tw.line()
        if status in _TOLD_AFTER:
            if not self.option.no_summary:
                self._errors()
                self._failures('failed', 'FAILURES', self.option.tbstyle)
                self._failures('xfailed', 'XFAILURES', self.option.tbstyle if self.option.xfail_tb else 'no')
                self._warnings()
                self._passes('passed', 'PASSES', 'P')
                self._passes('xpassed', 'XPASSES', 'X')
            self._durations()
            self.config.hook.pytest_terminal_summary(terminalreporter=reporter, exitstatus=status, config=self.config)
            if not self.option.no_summary:
                self._short()
                self._warnings()
        if self.session.shouldfail:
            reporter.write_sep('!', str(self.session.shouldfail))
        if status == ExitCode.INTERRUPTED:
            self._interrupt()
        elif self.session.shouldstop:
            reporter.write_sep('!', str(self.session.shouldstop))
        self._stats()
        if reporter.interrupted is not None:
            self._interrupt()

    def _interrupt(self):
        told = self.reporter.interrupted
        crash, self.reporter.interrupted = told.reprcrash, None
        self.reporter.write_sep('!', crash.message)
        if 'KeyboardInterrupt' in crash.message:
            if self.option.fulltrace:
                told.toterminal(self.tw)
            else:
                crash.toterminal(self.tw)
                self.tw.line('(to show a full traceback on KeyboardInterrupt use --full-trace)')

    def _errors(self):
        reports = self.reporter.getreports('error')
        if self.option.tbstyle == 'no' or not reports:
            return
        self.reporter.write_sep('=', 'ERRORS')
        for report in reports:
            head = report.head_line or 'test session'
            self.reporter.write_sep('_', f'ERROR collecting {head}' if report.when == 'collect' else f'ERROR at {report.when} of {head}')
            self._report(report)

    def _failures(self, kind, title, style):
        reports = self.reporter.getreports(kind)
        if style == 'no' or not reports:
            return
        self.reporter.write_sep('=', title)
        for report in reports:
            if style == 'line':
                self._report(report)
                crash = getattr(report.longrepr, 'reprcrash', None)
                self.reporter.write_line(str(crash) if crash is not None else str(report.longrepr)[:50])
                continue
            self.reporter.write_sep('_', report.head_line or 'test session')
            self._report(report)
            self._of_teardown(report.nodeid)

    def _passes(self, kind, title, char):
        reports = self.reporter.getreports(kind)
        if self.option.tbstyle == 'no' or not self.reporter.hasopt(char) or not reports:
            return
        self.reporter.write_sep('=', title)
        for report in reports:
            if report.sections:
                self.reporter.write_sep('_', report.head_line or 'test session')
                self._report(report)
            self._of_teardown(report.nodeid)

    def _of_teardown(self, nodeid):
        for report in self.reporter.getreports(''):
            if report.when == 'teardown' and report.nodeid == nodeid:
                self._sections([each for each in report.sections if 'teardown' in each[0]])

    def _report(self, report):
        report.toterminal(self.tw)
        self._sections(report.sections)

    def _sections(self, sections):
        shown = self.option.showcapture
        for name, content in sections:
            if shown == 'no' or shown != 'all' and shown not in name:
                continue
            self.tw.sep('-', name)
            self.tw.line(content.removesuffix('\n'))

    def _warnings(self):
        reporter = self.reporter
        everything = reporter.stats.get('warnings')
        if not reporter.hasopt('w') or not everything:
            return
        final = reporter._warned is not None
        reports = everything[reporter._warned or 0:]
        reporter._warned = len(everything)
        if not reports:
            return
        by_message = {}
        for each in reports:
            by_message.setdefault(each.message, []).append(each)
        reporter.write_sep('=', 'warnings summary (final)' if final else 'warnings summary')
        for message, same in by_message.items():
            places = [each.location(self.config) for each in same]
            if len(places) >= 10:
                counts = Counter(place.split('::')[0] for place in places)
                places = [f'{file}: {count} warning{"s" if count > 1 else ""}' for file, count in counts.items()]
            self.tw.line('\n'.join(places))
            self.tw.line('\n'.join('  ' + line for line in message.splitlines()).rstrip())
            self.tw.line()
        self.tw.line(_DOCS)

    def _durations(self):
        count, least = self.option.durations, self.option.durations_min
        if count is None:
            return
        told = least
        if least is None:
            least = 0.005 if self.option.verbose < 2 else 0.0
        reports = [each for reports in self.reporter.stats.values() for each in reports if hasattr(each, 'duration')]
        if not reports:
            return
        reports.sort(key=lambda each: each.duration, reverse=True)
        self.reporter.write_sep('=', f'slowest {count} durations' if count else 'slowest durations')
        reports = reports[:count] if count else reports
        for at, each in enumerate(reports):
            if each.duration < least:
                self.reporter.write_line('')
                hint = '  Use -vv to show these durations.' if told is None else ''
                self.reporter.write_line(f'({len(reports) - at} durations < {least:g}s hidden.{hint})')
                break
            self.reporter.write_line(f'{each.duration:02.2f}s {each.when:<8} {each.nodeid}')

    # The lines at the end.

    def _short(self):
        makers = {'x': self._xfailed, 'X': self._xpassed, 'f': lambda: self._simple('failed'), 's': self._skipped,
                  'p': lambda: self._simple('passed'), 'E': lambda: self._simple('error')}
        lines = [line for char in self.reporter.reportchars if char in makers for line in makers[char]()]
        if lines:
            self.reporter.write_sep('=', 'short test summary info')
            for line in lines:
                self.reporter.write_line(line)

    def _word(self, report):
        word = self.config.hook.pytest_report_teststatus(report=report, config=self.config)[2]
        return word if isinstance(word, str) else word[0]

    def _name(self, report):
        return self.reporter.config_relative(report.nodeid)

    def _simple(self, kind):
        for report in self.reporter.stats.get(kind, ()):
            line = f'{self._word(report)} {self._name(report)}'
            longrepr = report.longrepr
            message = longrepr if isinstance(longrepr, str) else getattr(getattr(longrepr, 'reprcrash', None), 'message', None)
            if message is not None:
                if self.option.verbose >= 2 and not self.option.force_short_summary:
                    line += f' - {message}'
                else:
                    line += trimmed(' - {}', message, self.tw.fullwidth - wcswidth(line)) or ''
            yield line

    def _xfailed(self):
        for report in self.reporter.stats.get('xfailed', ()):
            where = '' if report.when == 'call' else f' at {report.when} of'
            yield f'{self._word(report)}{where} {self._name(report)}' + (f' - {report.wasxfail}' if report.wasxfail else '')

    def _xpassed(self):
        for report in self.reporter.stats.get('xpassed', ()):
            yield f'{self._word(report)} {self._name(report)}' + (f' - {report.wasxfail}' if report.wasxfail else '')

    def _skipped(self):
        reports = self.reporter.stats.get('skipped', ())
        if not self.option.fold_skipped:
            for report in reports:
                reason = report.longrepr[2]
                yield f'{self._word(report)} {self._name(report)}' + (f' - {reason}' if reason else '')
            return
        counts = {}
        for report in reports:
            path, line, reason = report.longrepr
            path = relative(path, self.reporter.startpath)
            keywords = getattr(report, 'keywords', {})
            if report.when == 'setup' and 'skip' in keywords and 'pytestmark' not in keywords:
                line = None
            counts[path, line, reason] = counts.get((path, line, reason), 0) + 1
        for (path, line, reason), count in counts.items():
            place = path if line is None else f'{path}:{line}'
            yield f'{self._word(reports[0])} [{count}] {place}: {reason.removeprefix("Skipped: ")}'

    def _stats(self):
        if self.option.verbose < -1:
            return
        parts = self._collected_only() if self.option.collectonly else self._counts()
        seconds = perf_counter() - self.reporter._started
        told = f'{", ".join(parts)} in {seconds:.2f}s'
        if seconds >= 60:
            told += f' ({datetime.timedelta(seconds=int(seconds))})'
        if self.option.verbose >= 0:
            self.reporter.write_sep('=', told)
        else:
            self.reporter.write_line(told)

    def _count(self, kind):
        return sum(getattr(each, 'count_towards_summary', True) for each in self.reporter.stats.get(kind, ()))

    def _counts(self):
        parts = []
        for kind in self.reporter.kinds():
            count = self._count(kind)
            if count:
                word = kind.removesuffix('s') if kind == 'warnings' else kind
                many = count != 1 and kind in ('error', 'warnings')
                parts.append(f'{count} {word}{"s" if many else ""}')
        return parts or ['no tests ran']

    def _collected_only(self):
        total, left, errors = self.reporter._collected, self._count('deselected'), self._count('error')
        if not total:
            parts = ['no tests collected']
        elif not left:
            parts = [f'{total} test{"s" if total != 1 else ""} collected']
        elif total == left:
            parts = [f'no tests collected ({left} deselected)']
        else:
            parts = [f'{total - left}/{total} tests collected ({left} deselected)']
        return [*parts, f'{errors} error{"s" if errors != 1 else ""}'] if errors else parts
