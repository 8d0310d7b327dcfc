"""What a run tells of itself while it goes on."""
import os
import sys
import textwrap
from time import perf_counter

from . import __version__
from .sources import OWN_LINES, relative
from .terminal_writer import TerminalWriter, wcswidth

_KINDS = 'failed passed skipped deselected xfailed xpassed warnings error'.split() + ['subtests passed', 'subtests failed',
                                                                                       'subtests skipped']


# What is told of a warning of an object that was forgotten.
TRACEMALLOC = ('Enable tracemalloc to get traceback where the object was allocated.\nSee https://docs.pytest.org/en/stable/how-to/'
                'capture-warnings.html#resource-warnings for more info.')


def _has_source(warning):
    never = issubclass(warning.category, RuntimeWarning) and str(warning.message).endswith(' was never awaited')
    return warning.source is not None or never or issubclass(warning.category, ResourceWarning)


class WarningReport:
    count_towards_summary = True

    def __init__(self, message, nodeid, place):
        self.message, self.nodeid, self.place = message, nodeid, place

    def location(self, config):
        if self.nodeid:
            return self.nodeid
        file, line = self.place
        return f'{relative(os.path.abspath(file), config.invocation_params.dir)}:{line}'


def reason_of(report):
    """Why a test was skipped or is expected to fail, as its program says."""
    if hasattr(report, 'wasxfail'):
        return report.wasxfail.removeprefix('reason: ')
    reason = report.longrepr[2]
    return '' if reason == 'Skipped' else reason.removeprefix('Skipped: ')


def trimmed(form, text, room):
    """The text's first line in the form, as far as there is room; None: there is none."""
    text = text.split('\n')[0]
    width = wcswidth(form.format(''))
    if width + 3 > room:
        return None
    if width + wcswidth(text) > room:
        text = text[:room - 3]
        while width + wcswidth(text) > room - 3:
            text = text[:-1]
        text += '...'
    return form.format(text)


class TerminalReporter:
    def __init__(self, config, file=None):
        self.config, self._tw = config, TerminalWriter(file or sys.stdout)
        self.startpath, self.stats, self.currentfspath = config.invocation_params.dir, {}, None
        self._collected, self._session, self._reported, self.interrupted = 0, None, set(), None
        self._show_progress = config.option.capture != 'no' or (
            config.getini('console_output_style') == 'progress-even-when-capture-no')
        if config.getini('console_output_style') == 'classic':
            self._show_progress = False
        self.hasmarkup = self.isatty = False
        self._warned = None
        self.reportchars = self._report_characters()

    verbosity = property(lambda self: self.config.option.verbose)
    showfspath = property(lambda self: self.config.get_verbosity('test_cases') >= 0)
    showlongtestinfo = property(lambda self: self.config.get_verbosity('test_cases') > 0)

    def _report_characters(self):
        """`-r`: which kinds of tests the summary lists."""
        chars, old = '', {'F': 'f', 'S': 's'}
        for char in self.config.option.reportchars:
            char = old.get(char, char)
            if char == 'a':
                chars = 'sxXEf'
            elif char == 'A':
                chars = 'PpsxXEf'
            elif char == 'N':
                chars = ''
            elif char not in chars:
                chars += char
        if self.config.option.disable_warnings:
            chars = chars.replace('w', '')
        elif 'w' not in chars:
            chars = 'w' + chars
        return chars

    def hasopt(self, char):
        return {'xfailed': 'x', 'skipped': 's'}.get(char, char) in self.reportchars

    def ensure_newline(self):
        if self.currentfspath:
            self._tw.line()
            self.currentfspath = None

    def write(self, content, *, flush=False, **markup):
        self._tw.write(content, flush=flush)

    def write_line(self, line, **markup):
        self.ensure_newline()
        self._tw.line(line if isinstance(line, str) else str(line, errors='replace'))

    def write_sep(self, sep, title=None, fullwidth=None, **markup):
        self.ensure_newline()
        self._tw.sep(sep, title, fullwidth)

    def section(self, title, sep='=', **markup):
        self._tw.sep(sep, title)

    def line(self, msg, **markup):
        self._tw.line(msg)

    def flush(self):
        self._tw.flush()

    def _prefix(self, prefix, extra=''):
        if prefix != self.currentfspath:
            self._tw.line()
            self._tw.write(prefix)
        self._tw.write(extra)
        self.currentfspath = -2 if extra else prefix

    def _file(self, nodeid):
        path = str(self.config.rootpath / nodeid.split('::')[0])
        if self.currentfspath is None or path != self.currentfspath:
            if self.currentfspath is not None and self._show_progress:
                self._fill_with_progress()
            self.currentfspath = path
            self._tw.line()
            self._tw.write(relative(path, self.startpath) + ' ')

    def add(self, kind, reports):
        self.stats.setdefault(kind, []).extend(reports)

    # The beginning, and what is collected.

    def begin(self, session):
        self._session, self._started = session, perf_counter()
        if self.verbosity < 0:
            return
        self.write_sep('=', 'test session starts')
        if self.config.option.no_header:
            return
        version = '.'.join(map(str, sys.version_info[:3]))
        line = f'platform {sys.platform} -- Python {version}, pytest-{__version__}, pluggy-1.7.0'
        self.write_line(line + (f' -- {sys.executable}' if self.verbosity > 0 else ''))
        for told in self._header():
            for each in [told] if isinstance(told, str) else told:
                self.write_line(each)

    def _header(self):
        config, lines = self.config, []
        if self.verbosity > 0 and 'cacheprovider' not in config.off:
            lines.append('cachedir: .pytest_cache')
        lines += reversed(config.hook.pytest_report_header(config=config, start_path=self.startpath))
        lines.append(f'rootdir: {config.rootpath}')
        if config.inipath:
            lines.append(f'configfile: {relative(config.inipath, config.rootpath)}')
        if config.args_source == 'testpaths':
            lines.append(f'testpaths: {", ".join(config.getini("testpaths"))}')
        known = {'asyncio': 'asyncio-1.5.0', 'anyio': 'anyio-4.16.0'}
        if config.outside:
            lines.append('plugins: ' + ', '.join(known[name] for name in config.outside))
        if 'asyncio' in config.outside:
            from .asyncio_plugin import header
            lines.append(header(config))
        return lines

    def tell_imported(self, names):
        """Plugins that were imported before the run was begun."""
        for name in names:
            place = '<stdlib>/_pytest/config/__init__.py', 1507
            told = (f'{place[0]}:{place[1]}: PytestAssertRewriteWarning: Module already imported so cannot be rewritten; {name}\n'
                    '    self._mark_plugins_for_rewrite(hook, disable_autoload)\n')
            self.add('warnings', [WarningReport(told, '', place)])

    def begin_collecting(self):
        if self.verbosity >= 1:
            self.write('collecting ... ', flush=True)

    def pytest_collectreport(self, report):
        self._session.count_failure(report)
        if report.failed:
            self.add('error', [report])
        elif report.skipped:
            self.add('skipped', [report])
        from .nodes import Item
        self._collected += sum(isinstance(each, Item) for each in report.result)

    def pytest_deselected(self, items):
        self.add('deselected', items)

    def pytest_collection_finish(self, session):
        if self.verbosity >= 0:
            self._tell_collected()
        for told in reversed(self.config.hook.pytest_report_collectionfinish(
                config=self.config, start_path=self.startpath, items=session.items)):
            for line in [told] if isinstance(told, str) else told:
                self.write_line(line)
        if self.config.option.collectonly:
            if session.items:
                if self.verbosity > -1:
                    self._tw.line()
                self._list(session.items)
            failed = self.stats.get('failed')
            if failed:
                self._tw.sep('!', 'collection failures')
                for report in failed:
                    report.toterminal(self._tw)

    def _tell_collected(self):
        counts = {kind: len(self.stats.get(kind, ())) for kind in ('error', 'skipped', 'deselected')}
        total, selected = self._collected, self._collected - counts['deselected']
        line = f'collected {total} item{"" if total == 1 else "s"}'
        if counts['error']:
            line += f' / {counts["error"]} error{"" if counts["error"] == 1 else "s"}'
        if counts['deselected']:
            line += f' / {counts["deselected"]} deselected'
        if counts['skipped']:
            line += f' / {counts["skipped"]} skipped'
        if total > selected:
            line += f' / {selected} selected'
        self.write_line(line)

    def _list(self, items):
        level = self.config.get_verbosity('test_cases')
        if level < -1:
            counts = {}
            for item in items:
                file = item.nodeid.split('::')[0]
                counts[file] = counts.get(file, 0) + 1
            for file, count in sorted(counts.items()):
                self._tw.line(f'{file}: {count}')
            return
        if level < 0:
            for item in items:
                self._tw.line(item.nodeid)
            return
        import inspect
        stack = []
        for item in items:
            needed = item.listchain()[1:]
            while stack and stack != needed[:len(stack)]:
                stack.pop()
            for node in needed[len(stack):]:
                stack.append(node)
                indent = (len(stack) - 1) * '  '
                self._tw.line(f'{indent}{node}')
                doc = inspect.getdoc(getattr(node, 'obj', None)) if level >= 1 and getattr(node, 'obj', None) else None
                for line in doc.splitlines() if doc else ():
                    self._tw.line(f'{indent}  {line}')

    # Each test.

    def pytest_runtest_logstart(self, nodeid, location):
        if self.showlongtestinfo:
            self._prefix(self._place(nodeid, location))
            self.flush()
        elif self.showfspath:
            self._file(nodeid)
            self.flush()

    def _place(self, nodeid, location):
        file, _, domain = location
        shown = self.config_relative(nodeid)
        if domain and shown.endswith(domain):
            values = domain.split('[')
            values[0] = values[0].replace('.', '::')
            shown = shown[:-len(domain)] + '['.join(values)
        if self.verbosity >= 2 and nodeid.split('::')[0] != file:
            shown += ' <- ' + relative(str(self.config.rootpath / file), self.startpath)
        return shown + ' '

    def config_relative(self, nodeid):
        """A test's name as seen from the folder that pytest was called in."""
        if self.startpath == self.config.rootpath:
            return nodeid
        file, colons, rest = nodeid.partition('::')
        return relative(str(self.config.rootpath / file), self.startpath) + colons + rest

    def pytest_runtest_logreport(self, report):
        self._session.count_failure(report)
        kind, letter, word = self.config.hook.pytest_report_teststatus(report=report, config=self.config)
        if isinstance(word, tuple):
            word = word[0]
        self.add(kind, [report])
        if not letter and not word:
            return
        self._reported.add(report.nodeid)
        if not self.showlongtestinfo:
            self._tw.write(letter)
            if self._show_progress and len(self._reported) != self._session.testscollected:
                self._progress_at_edge()
        else:
            self._prefix(self._place(report.nodeid, report.location), word)
            if report.skipped or hasattr(report, 'wasxfail'):
                self._tell_reason(reason_of(report))
            if self._show_progress:
                self._fill_with_progress()
        self.flush()

    def _tell_reason(self, reason):
        if self.config.get_verbosity('test_cases') < 2:
            shown = trimmed(' ({})', reason, self._tw.fullwidth - self._tw.width_of_current_line - len(' [100%]') - 1)
        else:
            shown = f' ({reason})'
        if reason and shown is not None:
            width = self._tw.width_of_current_line
            lines = textwrap.wrap(' ' * width + shown, width=self._tw.fullwidth - 8, drop_whitespace=True, replace_whitespace=False)
            self._tw.write('\n'.join(lines)[width:])

    def _progress(self):
        total = self._session.testscollected
        if self.config.getini('console_output_style') == 'count':
            return f' [{len(self._reported):{len(str(total))}d}/{total}]' if total else f' [ {total} / {total} ]'
        return f' [{len(self._reported) * 100 // total:3d}%]' if total else ' [100%]'

    def _progress_at_edge(self):
        room = len(self._progress()) if self.config.getini('console_output_style') == 'count' else len(' [100%]')
        if self._tw.width_of_current_line + room + 1 >= self._tw.fullwidth:
            self._tw.write(self._progress() + '\n')

    def _fill_with_progress(self):
        self.write(self._progress().rjust(self._tw.fullwidth - self._tw.width_of_current_line - 1), flush=True)

    def all_run(self):
        if not self.showlongtestinfo and self._show_progress and self._reported:
            self._fill_with_progress()

    def pytest_warning_recorded(self, warning_message, nodeid):
        import warnings
        file, line = warning_message.filename, warning_message.lineno
        told = warnings.formatwarning(str(warning_message.message), warning_message.category, file, line,
                                      warning_message.line or OWN_LINES.get((file, line)))
        if _has_source(warning_message):
            told += TRACEMALLOC
        self.add('warnings', [WarningReport(told, nodeid, (file, line))])

    # The end.

    def finish(self, session, status):
        from .terminal_summary import Summary
        Summary(self, session).tell(status)

    def getreports(self, name):
        return list(self.stats.get(name, ()))

    def kinds(self):
        return [*_KINDS, *(kind for kind in self.stats if kind and kind not in _KINDS)]
