"""Exceptions as records show them: the whole way to them, with the values of what stands in each line."""
import inspect
import keyword
import os
import re
import sys
import traceback

_MARK = ' <Loguru catch point here>'
_LOCATION = re.compile(r'^  File "(?P<file>.*?)", line (?P<line>[^,]+)(?:, in (?P<function>.*))?\n')
_CAUSE = 'The above exception was the direct cause of the following exception:'
_CONTEXT = 'During handling of the above exception, another exception occurred:'


def _tokens(source):
    import io
    import tokenize
    try:
        yield from tokenize.tokenize(io.BytesIO(source.encode()).readline)
    except tokenize.TokenError:
        return


def _bold(code, text):
    return f'\x1b[{code}m\x1b[1m{text}\x1b[0m'


def _highlighted(source):
    """A line in the colours of its tokens."""
    import tokenize
    strings = tokenize.STRING, tokenize.FSTRING_START, tokenize.FSTRING_MIDDLE, tokenize.FSTRING_END
    out, row, column = '', 0, 0
    for kind, text, (start_row, start), (_, end), line in _tokens(source):
        if kind == tokenize.FSTRING_MIDDLE:
            # Doubled braces count once in the token's text.
            end += text.count('{') + text.count('}')
        if start_row != row:
            source, row, column = source[column:], start_row, 0
        if kind != tokenize.ENCODING:
            shown = line[start:end]
            if kind == tokenize.NAME and text in ('True', 'False', 'None'):
                shown = _bold(36, shown)
            elif kind == tokenize.NAME and keyword.iskeyword(text) or kind == tokenize.OP and text not in '()[]{}:,;':
                shown = _bold(35, shown)
            elif kind in (tokenize.NAME, tokenize.OP):
                shown = f'\x1b[1m{shown}\x1b[0m'
            elif kind == tokenize.NUMBER:
                shown = _bold(34, shown)
            elif kind in strings:
                shown = f'\x1b[36m{shown}\x1b[0m'
            elif kind == tokenize.COMMENT:
                shown = _bold(30, shown)
            out += line[column:start] + shown
        column = end
    return out + source[column:]


def _mine(file):
    """Whether a file is the program's."""
    return not file.startswith('<') and os.path.abspath(file).lower().endswith('.py')


def _indented(text, depth, prefix='| '):
    if depth == 0:
        return text
    return ''.join(('  ' * depth + prefix + line).rstrip() + '\n' for line in text.splitlines(True))


def _shown(value):
    try:
        text = repr(value)
    except Exception:
        text = f'<unprintable {type(value).__name__} object>'
    return text if len(text) <= 128 else text[:125] + '...'


def _values(source, frame):
    """Columns of a line and the values that its names have there."""
    import tokenize
    pending, value, attribute, valid, assignment = None, None, False, False, True
    for kind, text, (_, column), *_ in _tokens(source):
        if pending is not None:
            # Names of arguments have no value.
            if kind != tokenize.OP or text != '=' or assignment:
                yield pending
            pending = None
        if kind == tokenize.NAME and not keyword.iskeyword(text):
            if not attribute:
                for variables in frame.f_locals, frame.f_globals:
                    if text in variables:
                        value, valid = variables[text], True
                        pending = column, _shown(value)
                        break
            elif valid:
                try:
                    value = inspect.getattr_static(value, text)
                except AttributeError:
                    valid = False
                else:
                    yield column, _shown(value)
        elif kind == tokenize.OP and text == '.':
            attribute, assignment = True, False
        else:
            attribute, valid, assignment = False, False, kind == tokenize.OP and text == ';'
    if pending is not None:
        yield pending


class ExceptionFormatter:
    """Formats exceptions for one handler. `hidden`: the beginning of the file names whose frames are left out."""

    def __init__(self, colorize, backtrace, diagnose, encoding, hidden, prefix):
        self._colorize, self._backtrace, self._diagnose = colorize, backtrace, diagnose
        self._hidden, self._prefix = hidden, prefix
        self._pipe, self._cap = self._char('│', '|', encoding), self._char('└', '->', encoding)

    @staticmethod
    def _char(char, other, encoding):
        try:
            char.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            return other
        return char

    def _painted(self, codes, text):
        return f'{codes}{text}\x1b[0m' if self._colorize else text

    def format_exception(self, value, tb, from_decorator=False):
        return ''.join(self._exception(value, tb, set(), True, from_decorator, 0))

    def _exception(self, value, tb, seen, first, from_decorator, depth):
        seen.add(id(value))
        if value is not None:
            cause, context = value.__cause__, value.__context__
            other, said = (cause, _CAUSE) if cause is not None and id(cause) not in seen else (context, _CONTEXT)
            if other is not None and id(other) not in seen and (said is _CAUSE or not value.__suppress_context__):
                yield from self._exception(other, other.__traceback__, seen, False, False, depth)
                around = '\n\n' if self._diagnose else '\n'
                yield _indented(around + self._painted('\x1b[1m', said) + '\n' + around, depth)
        group = isinstance(value, ExceptionGroup)
        depth = depth or int(group)
        frames, last = self._frames(tb, first, from_decorator)
        only = self._message(value, bool(frames), last)
        if first:
            yield self._prefix
        if frames:
            introduction = ('Exception Group ' if group else '') + 'Traceback (most recent call last):'
            introduction = self._painted('\x1b[33m\x1b[1m', introduction)
            yield _indented(introduction + '\n', depth, '+ ' if depth == 1 else '| ')
        lines = _listed(frames) + only
        if self._colorize or self._backtrace or self._diagnose:
            lines = self._located(lines, bool(frames))
        yield _indented(''.join(lines), depth)
        if group:
            yield from self._members(value, seen, depth)

    def _members(self, group, seen, depth):
        for n, member in enumerate(group.exceptions, 1):
            name = '...' if n > 15 else n
            yield _indented('+' + f' {name} '.center(35, '-'), depth, '+-' if n == 1 else '  ')
            if n > 15:
                yield _indented(f'and {len(group.exceptions) - 15} more exceptions\n', depth + 1)
                break
            if depth == 10 and isinstance(member, ExceptionGroup):
                yield _indented('... (max_group_depth is 10)\n', depth + 1)
            else:
                yield from self._exception(member, member.__traceback__, seen, False, False, depth + 1)
        if not isinstance(member, ExceptionGroup) or depth == 10:
            yield _indented('-' * 35, depth + 1, '+-')

    def _message(self, value, framed, last):
        """The lines behind the frames; an assertion without words is said by its line."""
        lines = traceback.format_exception_only(type(value), value)
        at = next((at for at, line in enumerate(lines) if not line.startswith(' ')), None)
        if at is None:
            return lines
        text = lines[at][:-1]
        if self._colorize:
            kind, colon, said = text.partition(':')
            text = f'\x1b[31m\x1b[1m{kind}\x1b[0m' + (f':\x1b[1m{said}\x1b[0m' if colon else '')
        if self._diagnose and framed:
            if isinstance(value, AssertionError) and not str(value) and last:
                text += ': ' + (_highlighted(last) if self._colorize else last)
            text = '\n' + text
        lines[at] = text + '\n'
        return lines

    def _frames(self, tb, first, from_decorator):
        """What is said of each frame, and the last one's line."""
        limit = getattr(sys, 'tracebacklimit', None)
        if tb is None or limit is not None and limit <= 0:
            return [], None

        def info(frame, line):
            file = frame.f_code.co_filename
            if not file.startswith(self._hidden):
                name = frame.f_code.co_name
                source = traceback.FrameSummary(file, line, name).line or ''
                found.append([file, line, name, source.strip(), frame])

        found = []
        parent_only = from_decorator and not self._backtrace
        if self._backtrace and first or parent_only:
            outer, frame = [], tb.tb_frame.f_back
            while frame is not None and not (parent_only and found):
                info(frame, frame.f_lineno)
                frame = frame.f_back
            found.reverse()
        info(tb.tb_frame, tb.tb_lineno)
        if self._backtrace and first and found and not parent_only:
            found[-1][2] += _MARK
        tb = tb.tb_next
        while tb is not None:
            info(tb.tb_frame, tb.tb_lineno)
            tb = tb.tb_next
        if limit is not None:
            found = found[-limit:]
        frames, last = [], None
        for file, line, function, source, frame in found:
            last = source
            if source:
                source = '\n    '.join(self._lines(source, frame, self._colorize and _mine(file)))
            frames.append((file, line, function, source))
        return frames, last

    def _lines(self, source, frame, colorize):
        """A line and, below it, arrows from what it names to its values."""
        yield _highlighted(source) if colorize else source
        if not self._diagnose:
            return
        values = list(_values(source, frame))
        for n in range(len(values) - 1, -1, -1):
            column, value = values[n]
            before, index = '', 0
            for pipe, _ in values[:n]:
                before += ' ' * (pipe - index) + self._pipe
                index = pipe + 1
            before += ' ' * (column - index)
            for at, line in enumerate(value.split('\n')):
                arrows = before + (' ' * (len(self._cap) + 1) if at else self._cap + ' ')
                yield f'\x1b[36m{arrows}\x1b[0m' + _bold(36, line) if colorize else arrows + line

    def _located(self, lines, introduced):
        """Frames set apart from each other, the one that caught marked."""
        apart = introduced
        for text in lines:
            match = _LOCATION.match(text)
            if match:
                file, line, function = match.groups()
                mine, mark = _mine(file), ' '
                if self._backtrace and function and function.endswith(_MARK):
                    function, mark = function.removesuffix(_MARK), '>'
                if self._colorize and mine:
                    folder, name = os.path.split(file)
                    file = f'\x1b[32m{folder and folder + os.sep}\x1b[0m' + _bold(32, name)
                    line = f'\x1b[33m{line}\x1b[0m'
                    function = function and f'\x1b[35m{function}\x1b[0m'
                location = f'{mark} File "{file}", line {line}' + (f', in {function}\n' if function is not None else '\n')
                if self._diagnose and (mine or apart):
                    location = '\n' + location
                text = location + text[match.end():]
                apart = mine
            yield text


def _listed(frames):
    """The frames' lines; those that repeat are counted."""
    result, count, last = [], 0, None

    def repeated():
        if count > 3:
            result.append(f'  [Previous line repeated {count - 3} more time{"s" if count > 4 else ""}]\n')

    for *place, line in frames:
        if place != last:
            repeated()
            count = 0
        count += 1
        last = place
        if count <= 3:
            file, number, function = place
            result.append(f'  File "{file}", line {number}, in {function}\n' + (f'    {line.strip()}\n' if line else ''))
    repeated()
    return result
