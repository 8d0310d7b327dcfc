"""Examples in docstrings, run and compared."""
import difflib as _difflib
import importlib as _importlib
import inspect as _inspect
import io as _io
import linecache as _linecache
import os as _os
import re as _re
import sys as _sys
import traceback as _traceback
from collections import namedtuple as _namedtuple

from _doctest_examples import DocTest, DocTestFinder, DocTestParser, Example

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS',
           'SKIP', 'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
           'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser',
           'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure', 'UnexpectedException', 'DebugRunner',
           'testmod', 'testfile', 'run_docstring_examples', 'DocTestSuite', 'DocFileSuite', 'set_unittest_reportflags',
           'script_from_examples', 'testsource']

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The number of an option of this name, made if there is none."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


for _name in ('DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
              'IGNORE_EXCEPTION_DETAIL', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE',
              'FAIL_FAST'):
    globals()[_name] = register_optionflag(_name)
COMPARISON_FLAGS, REPORTING_FLAGS = 0b111111, 0b11111000000
BLANKLINE_MARKER, ELLIPSIS_MARKER = '<BLANKLINE>', '...'

_CASES = {'DocTestCase', 'SkipDocTestCase', 'DocFileCase', 'DocTestSuite', 'DocFileSuite', 'DocFileTest',
          'set_unittest_reportflags'}


def __getattr__(name):
    if name in _CASES:
        import _doctest_cases
        globals().update((case, getattr(_doctest_cases, case)) for case in _CASES)
        return globals()[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


class TestResults(_namedtuple('TestResults', 'failed attempted')):
    """How many examples failed, of how many."""

    def __new__(cls, failed, attempted, *, skipped=0):
        made = super().__new__(cls, failed, attempted)
        made.skipped = skipped
        return made

    def __repr__(self):
        tail = f', skipped={self.skipped}' if self.skipped else ''
        return f'TestResults(failed={self.failed}, attempted={self.attempted}{tail})'


def _indent(text):
    return _re.sub('(?m)^(?!$)', '    ', text)


class OutputChecker:
    """Says whether what was printed is what was wanted, and shows the difference."""

    def check_output(self, want, got, optionflags):
        # As a terminal of ASCII alone would have both.
        want, got = (text.encode('ascii', 'backslashreplace').decode() for text in (want, got))
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = _re.sub(rf'(?m)^{_re.escape(BLANKLINE_MARKER)}\s*?$', '', want)
            got = _re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = _re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if self._shows_diff(want, got, optionflags):
            wanted, printed = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff, kind = list(_difflib.unified_diff(wanted, printed, n=2))[2:], 'unified diff with -expected +actual'
            elif optionflags & REPORT_CDIFF:
                diff = list(_difflib.context_diff(wanted, printed, n=2))[2:]
                kind = 'context diff with expected followed by actual'
            else:
                diff = list(_difflib.Differ(charjunk=_difflib.IS_CHARACTER_JUNK).compare(wanted, printed))
                kind = 'ndiff with -expected +actual'
            return f'Differences ({kind}):\n' + _indent(''.join(diff))
        expected = f'Expected:\n{_indent(want)}' if want else 'Expected nothing\n'
        return expected + (f'Got:\n{_indent(got)}' if got else 'Got nothing\n')

    @staticmethod
    def _shows_diff(want, got, flags):
        if not flags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(flags & REPORT_NDIFF) or want.count('\n') > 2 and got.count('\n') > 2


def _ellipsis_match(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


def _without_details(message):
    """The bare name of the exception that a message begins with."""
    return message.partition('\n')[0].partition(':')[0].rpartition('.')[2]


class DocTestFailure(Exception):
    """An example that printed something else (DebugRunner)."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example that raised what nobody expected (DebugRunner)."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DocTestRunner:
    """Runs examples and reports."""
    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in _sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}

    def report_start(self, out, test, example):
        if self._verbose:
            wanted = f'Expecting:\n{_indent(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indent(example.source)}{wanted}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = ''.join(_traceback.format_exception(*exc_info))
        out(f'{self._failure_header(test, example)}Exception raised:\n{_indent(text)}')

    def _failure_header(self, test, example):
        where = f'Line {example.lineno + 1}, in {test.name}'
        if test.filename:
            line = '?' if test.lineno is None else test.lineno + example.lineno + 1
            where = f'File "{test.filename}", line {line}, in {test.name}'
        return f'{self.DIVIDER}\n{where}\nFailed example:\n{_indent(example.source)}'

    def __run(self, test, compileflags, out):
        failures = tries = skips = 0
        fake = _sys.stdout
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = self.original_optionflags
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            tries += 1
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            filename = f'<doctest {test.name}[{number}]>'
            _linecache.cache[filename] = (len(example.source), None, example.source.splitlines(True), filename)
            exception = None
            try:
                code = compile(example.source, filename, 'single', compileflags, True)  #: 1395 exec(«compile(example.source, filename, "single",⏎             compileflags, True)», test.globs)
                exec(code, test.globs)  #: 1395 «exec(compile(example.source, filename, "single",⏎             compileflags, True), test.globs)»
            except KeyboardInterrupt:
                raise
            except BaseException:
                exception = _sys.exc_info()
            got = fake.getvalue()
            if got and not got.endswith('\n'):
                got += '\n'
            fake.seek(0)
            fake.truncate()
            fine, got = self._judge(example, got, exception, quiet)
            if fine:
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet and fine is False:
                self.report_failure(out, test, example, got)  #: 1460
            elif not quiet:
                self.report_unexpected_exception(out, test, example, exception)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = self.original_optionflags
        self._record(test.name, failures, tries, skips)
        return TestResults(failures, tries, skipped=skips)

    def _judge(self, example, got, exception, quiet):
        """Whether it went well (None: it raised something unexpected), and what it printed."""
        flags, check = self.optionflags, self._checker.check_output
        if exception is None:
            return check(example.want, got, flags), got
        lines = _traceback.format_exception_only(*exception[:2])
        message = ''.join(lines)
        if issubclass(exception[0], SyntaxError):
            kind = exception[0]
            begins = f'{kind.__qualname__}:', f'{kind.__module__}.{kind.__qualname__}:'
            message = ''.join(lines[next(at for at, line in enumerate(lines) if line.startswith(begins)):])
        if not quiet:
            got += ''.join(_traceback.format_exception(*exception))
        if example.exc_msg is None:
            return None, got
        if check(example.exc_msg, message, flags):
            return True, got
        return bool(flags & IGNORE_EXCEPTION_DETAIL) and check(
            _without_details(example.exc_msg), _without_details(message), flags), got

    def _record(self, name, failures, tries, skips):
        before = self._stats.get(name, (0, 0, 0))
        self._stats[name] = tuple(a + b for a, b in zip(before, (failures, tries, skips)))
        self.failures, self.tries, self.skips = (
            a + b for a, b in zip((self.failures, self.tries, self.skips), (failures, tries, skips)))

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        stdout, _sys.stdout = _sys.stdout, _io.StringIO()
        shown, _sys.displayhook = _sys.displayhook, _sys.__displayhook__
        try:
            return self.__run(test, compileflags or 0, out or stdout.write)  #: 1566 return «self.__run(test, compileflags, out)»
        finally:
            _sys.stdout, _sys.displayhook = stdout, shown
            if clear_globs:
                test.globs.clear()

    def summarize(self, verbose=None):
        """Prints how many of which went wrong."""
        verbose = self._verbose if verbose is None else verbose
        stats = sorted(self._stats.items())
        failures, tries, skips = (sum(entry[1][at] for entry in stats) for at in range(3))
        if verbose:
            empty = [name for name, (_, tried, _) in stats if not tried]
            passed = [(name, tried) for name, (failed, tried, _) in stats if tried and not failed]
            if empty:
                print(f'{_count(len(empty), "item")} had no tests:')
                print(''.join(f'    {name}\n' for name in empty), end='')
            if passed:
                print(f'{_count(len(passed), "item")} passed all tests:')
                print(''.join(f' {tried:3d} test{"" if tried == 1 else "s"} in {name}\n' for name, tried in passed), end='')
        failed = [(name, bad, tried) for name, (bad, tried, _) in stats if bad]
        if failed:
            print(f'{self.DIVIDER}\n{_count(len(failed), "item")} had failures:')
            print(''.join(f' {bad:3d} of {tried:3d} in {name}\n' for name, bad, tried in failed), end='')
        if verbose:
            print(f'{_count(tries, "test")} in {_count(len(stats), "item")}.')
            print(f'{tries - failures} passed{f" and {failures} failed" if failures else ""}.')
        if failures:
            tail = f' and {_count(skips, "skipped test")}' if skips else ''
            print(f'***Test Failed*** {_count(failures, "failure")}{tail}.')
        elif verbose:
            print('Test passed.')
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        for name, (failures, tries, skips) in other._stats.items():
            self._record(name, failures, tries, skips)


def _count(number, what):
    return f'{number} {what}{"" if number == 1 else "s"}'


class DebugRunner(DocTestRunner):
    """Raises at the first example that fails."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)  #: 1961 r = «DocTestRunner.run(self, test, compileflags, out, False)»
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)  #: 1967

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)  #: 1970


# The runner of all calls of testmod and testfile.
master = None


def _finish(runner, report):
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Runs the examples of a module's docstrings."""
    m = _sys.modules['__main__'] if m is None else m
    if not _inspect.ismodule(m):
        raise TypeError(f'testmod: module required; {m!r}')  #: 2058 raise TypeError("testmod: module required; %r" % (m,))
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs,
                                                                extraglobs=extraglobs):
        runner.run(test)
    return _finish(runner, report)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Runs the examples of a text file."""
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')  #: 2169 raise ValueError("Package may only be specified for module-"⏎                 "relative paths.")
    package = package or _sys.modules[_sys._getframe(1).f_globals['__name__']]
    text, filename = _text_of(filename, module_relative, package, encoding)  #: 2173 text, filename = «_load_testfile(filename, package, module_relative,⏎                                encoding or "utf-8")»
    globs = {**(globs or {}), **(extraglobs or {})}
    globs.setdefault('__name__', '__main__')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    test = parser.get_doctest(text, globs, name or _os.path.basename(filename), filename, 0)  #: 2196 test = «parser.get_doctest(text, globs, name, filename, 0)»
    runner.run(test)  #: 2197
    return _finish(runner, report)


def _text_of(filename, module_relative, package, encoding):  #: in doctest.py _load_testfile
    if module_relative:
        if filename.startswith('/'):
            raise ValueError('Module-relative files may not have absolute paths')
        package = _importlib.import_module(package) if isinstance(package, str) else package
        filename = _os.path.join(_os.path.dirname(getattr(package, '__file__', None) or ''), filename)
    with open(filename, encoding=encoding) as file:  #: 257 with «open(filename, encoding=encoding)» as f:
        return file.read(), filename  #: 258 return «f.read()», filename


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Runs the examples of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def script_from_examples(s):
    """The examples as a program, with the text and what is wanted as comments."""
    lines = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            lines.append(piece.source[:-1])
            if piece.want:
                lines.append('# Expected:')
                lines += [f'## {line}' for line in piece.want.split('\n')[:-1]]
        else:
            lines += [f'# {line}' if line else '#' for line in piece.split('\n')[:-1]]
    while lines and lines[-1] == '#':
        lines.pop()
    while lines and lines[0] == '#':
        lines.pop(0)
    return '\n'.join(lines) + '\n'


def testsource(module, name):
    """The examples of one object of a module, as a program."""
    module = __import__(module) if isinstance(module, str) else module
    for test in DocTestFinder().find(module):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, 'not found in tests')
