"""Examples in docstrings, run and compared."""
import sys as _sys
from collections import namedtuple as _namedtuple

__all__ = ['testmod', 'run_docstring_examples', 'ELLIPSIS', 'NORMALIZE_WHITESPACE', 'IGNORE_EXCEPTION_DETAIL', 'SKIP',
           'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'REPORT_NDIFF', 'TestResults', 'Example', 'DocTestParser']
DONT_ACCEPT_TRUE_FOR_1, DONT_ACCEPT_BLANKLINE, NORMALIZE_WHITESPACE, ELLIPSIS, SKIP = 1, 2, 4, 8, 16
IGNORE_EXCEPTION_DETAIL, REPORT_UDIFF, REPORT_CDIFF, REPORT_NDIFF = 32, 64, 128, 256
_FLAGS = {name: value for name, value in list(globals().items()) if name.isupper() and isinstance(value, int)}


class TestResults(_namedtuple('TestResults', 'failed attempted')):
    """How many examples failed, of how many."""

    def __new__(cls, failed, attempted, *, skipped=0):
        made = super().__new__(cls, failed, attempted)
        made.skipped = skipped
        return made

    def __repr__(self):
        tail = f', skipped={self.skipped}' if self.skipped else ''
        return f'TestResults(failed={self.failed}, attempted={self.attempted}{tail})'


class Example:
    """A piece of source and what it shall print."""

    def __init__(self, source, want, lineno=0, options=None):
        self.source, self.want, self.lineno, self.options = source, want, lineno, options or {}


class DocTestParser:
    """Finds examples in text."""

    def get_examples(self, string, name='<string>'):
        examples, lines, at = [], string.expandtabs().split('\n'), 0
        while at < len(lines):
            line = lines[at]
            bare = line.lstrip()
            if not (bare.startswith('>>> ') or bare == '>>>'):
                at += 1
                continue
            indent, first = len(line) - len(bare), at
            source = [bare[4:]]
            at += 1
            while at < len(lines) and (lines[at][indent:indent + 4] in ('... ', '...') and
                                       lines[at][:indent].strip() == ''):
                source.append(lines[at][indent + 4:])
                at += 1
            want = []
            while at < len(lines) and lines[at].strip() and not lines[at].lstrip().startswith('>>>'):
                want.append(lines[at][indent:])
                at += 1
            options = {}
            for piece in source:
                if '# doctest:' in piece:
                    for word in piece.split('# doctest:')[1].replace(',', ' ').split():
                        options[_FLAGS.get(word[1:], 0)] = word[0] == '+'
            text = '\n'.join(source) + '\n'
            examples.append(Example(text, ''.join(w + '\n' for w in want), first, options))
        return examples


def _matches(want, got, flags):
    if got == want:
        return True
    if not flags & DONT_ACCEPT_BLANKLINE:
        want = '\n'.join('' if line == '<BLANKLINE>' else line for line in want.split('\n'))
        if got == want:
            return True
    if flags & NORMALIZE_WHITESPACE:
        got, want = ' '.join(got.split()), ' '.join(want.split())
        if got == want:
            return True
    if not flags & ELLIPSIS or '...' not in want:
        return False
    first, *middle = want.split('...')
    last = middle.pop()
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


def _indented(text):
    return ''.join(f'    {line}\n' if line else '\n' for line in text.rstrip('\n').split('\n')) if text else ''


def _run(name, file, line, examples, globs, optionflags, verbose):
    import io
    import traceback
    failed = tried = skipped = 0
    for number, example in enumerate(examples):
        flags = optionflags
        for flag, on in example.options.items():
            flags = flags | flag if on else flags & ~flag
        if flags & SKIP:
            skipped += 1
            continue
        tried += 1
        if verbose:
            print(f'Trying:\n{_indented(example.source)}Expecting{":" if example.want else " nothing"}')
            print(_indented(example.want), end='')
        out, stdout, error = io.StringIO(), _sys.stdout, None
        _sys.stdout = out
        try:
            exec(compile(example.source, f'<doctest {name}[{number}]>', 'single'), globs)
        except KeyboardInterrupt:
            raise
        except BaseException as e:
            error = e
        finally:
            _sys.stdout = stdout
        got, want = out.getvalue(), example.want
        if error is None:
            fine = _matches(want, got, flags)
            shown = f'Expected:\n{_indented(want)}' if want else 'Expected nothing\n'
            shown += f'Got:\n{_indented(got)}' if got else 'Got nothing\n'
        else:
            last = traceback.format_exception_only(error)[-1]
            head, _, wanted = want.partition('\n')
            expected = head.startswith('Traceback (most recent call last):') or head.startswith('Traceback (innermost')
            # What stands for the frames is whatever begins with no name.
            while expected and wanted and not (wanted[0].isalnum() or wanted[0] == '_'):
                wanted = wanted.partition('\n')[2]
            fine = expected and (_matches(wanted, last, flags) or flags & IGNORE_EXCEPTION_DETAIL
                                 and wanted.partition(':')[0].rpartition('.')[2] == type(error).__name__)
            text = ''.join(traceback.format_exception(error))
            shown = f'Exception raised:\n{_indented(text)}' if not expected else \
                f'Expected:\n{_indented(want)}Got:\n{_indented(text)}'
        if fine:
            if verbose:
                print('ok')
            continue
        failed += 1
        print('*' * 70)
        print(f'File "{file}", line {line + example.lineno}, in {name}')
        print(f'Failed example:\n{_indented(example.source)}{shown}', end='')
    return failed, tried, skipped


def _found(module):
    """The things with docstrings that a module defines: name, docstring, line."""
    import inspect
    found = []

    def visit(name, item, line):
        doc = getattr(item, '__doc__', None)
        if isinstance(doc, str) and doc:
            found.append((name, doc, line))

    def line_of(item):
        try:
            lines, first = inspect.getsourcelines(item)
        except (OSError, TypeError):
            return 0
        for at, text in enumerate(lines):
            if '"""' in text or "'''" in text or text.lstrip()[:1] in ('"', "'"):
                return first + at
        return first

    def walk(prefix, space):
        for name, item in space.items():
            item = getattr(item, '__func__', item)
            item = item.fget if isinstance(item, property) and item.fget else item
            if (inspect.isfunction(item) or isinstance(item, type)) and item.__module__ == module.__name__:
                visit(f'{prefix}.{name}', item, line_of(item))
                if isinstance(item, type):
                    walk(f'{prefix}.{name}', vars(item))
    visit(module.__name__, module, 1)
    walk(module.__name__, vars(module))
    return sorted(found)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Runs the examples of a module's docstrings."""
    m = _sys.modules['__main__'] if m is None else m
    verbose = '-v' in _sys.argv if verbose is None else verbose
    totals, bad = [0, 0, 0], []
    for title, doc, line in _found(m):
        examples = DocTestParser().get_examples(doc)
        if not examples:
            continue
        space = dict(vars(m) if globs is None else globs, **(extraglobs or {}))
        failed, tried, skipped = _run(title, getattr(m, '__file__', None), line, examples, space, optionflags, verbose)
        totals = [a + b for a, b in zip(totals, (failed, tried, skipped))]
        if failed:
            bad.append((title, failed, tried))
    if report and bad:
        print('*' * 70)
        print(f'{len(bad)} item{"s" if len(bad) > 1 else ""} had failures:')
        for title, failed, tried in bad:
            print(f' {failed:3d} of {tried:3d} in {title}')
        print(f'***Test Failed*** {totals[0]} failure{"s" if totals[0] > 1 else ""}'
              f'{f" and {totals[2]} skipped tests" if totals[2] else ""}.')
    elif report and verbose:
        print(f'{totals[1]} test{"s" if totals[1] != 1 else ""} passed.\nTest passed.')
    return TestResults(totals[0], totals[1], skipped=totals[2])


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    examples = DocTestParser().get_examples(getattr(f, '__doc__', None) or '')
    code = getattr(f, '__code__', None)
    if verbose:
        print('Finding tests in', name)
    _run(name, code and code.co_filename, code.co_firstlineno if code else 0, examples, dict(globs), optionflags,
         verbose)
