"""Functions that awk has."""
import math
import re

from _awk_values import _ESCAPES, _Input, _number, _refuse, _text


class Functions:
    """Functions that awk has."""

    def built_in(self, name):
        if name == 'length' and not self.ahead('('):
            return lambda: len(self.record)
        self.expect('(')
        if name in ('sub', 'gsub', 'match', 'split'):
            return self.of_pattern(name)
        if name == 'length' and self.take(')'):
            return lambda: len(self.record)
        given = self.arguments()
        values = [value for value, _, _ in given]
        if name == 'length':
            def length():
                value = values[0]()
                return len(value) if isinstance(value, dict) else len(_text(value))
            return length
        if name in ('system', 'close', 'fflush'):
            if name == 'system':
                _refuse('system()')
            return lambda: 0
        return lambda: _PLAIN[name](self, *[value() for value in values])

    def of_pattern(self, name):
        if name in ('sub', 'gsub'):
            pattern = self.pattern(self.expression)
            self.expect(',')
            self.lines()
            by, place = self.expression(), (lambda: self.record, lambda value: self.set_field(0, value))
            if self.take(','):
                self.lines()
                place = self.place() or (self.expression(), lambda value: None)
            self.expect(')')

            def substitute():
                made, count = pattern().subn(_replacement(_text(by())), _text(place[0]()), 0 if name == 'gsub' else 1)
                if count:
                    place[1](made)
                return count
            return substitute
        value = self.expression()
        self.expect(',')
        if name == 'match':
            pattern = self.pattern(self.expression)
            self.expect(')')

            def match():
                found = pattern().search(_text(value()))
                self.vars['RSTART'] = found.start() + 1 if found else 0
                self.vars['RLENGTH'] = found.end() - found.start() if found else -1
                return self.vars['RSTART']
            return match
        array, by = self.array(self.next()[1]), None
        if self.take(','):
            if self.tokens[self.at][0] == 'pattern':
                by = self.pattern(self.expression)
            else:
                separator = self.expression()
                by = lambda: _text(separator())
        self.expect(')')

        def split():
            parts = self.parts(_text(value()), by() if by else _text(self.vars['FS']))
            found = array()
            found.clear()
            found.update({str(at): _Input(part) for at, part in enumerate(parts, 1)})
            return len(parts)
        return split

    # Running it.

    def parts(self, text, separator):
        if separator == ' ':
            return text.split()
        if not text:
            return []
        if separator == '':
            return list(text)
        if isinstance(separator, str):
            if len(separator) == 1 and separator != '\\':
                return text.split(separator)
            separator = self.compiled(separator)
        return separator.split(text) if not separator.groups else re.split(re.sub(r'\((?!\?)', '(?:', separator.pattern), text)


def _kept_escapes(text):
    """What stands for a character in a pattern, as that character."""
    return re.sub(r'\\([ntrfv])', lambda found: _ESCAPES[found[1]], text)


def _replacement(text):
    """What a match becomes: `&` is the match."""
    pieces = [{'&': None, '\\&': '&', '\\\\': '\\'}.get(piece, piece) for piece in re.findall(r'\\&|\\\\|&|\\|[^&\\]+', text)]
    return lambda found: ''.join([found[0] if piece is None else piece for piece in pieces])


def _substr(awk, text, start, size=None):
    text, start = _text(text), round(_number(start))
    end = len(text) + 1 if size is None else start + round(_number(size))
    return text[max(start, 1) - 1:max(end - 1, 0)]


def _rand(awk):
    import random
    awk.random = awk.random or random.Random(0)
    return awk.random.random()


def _srand(awk, seed=0):
    import random
    awk.random = random.Random(_number(seed))
    return 0
_PLAIN = {'substr': _substr, 'rand': _rand, 'srand': _srand,
          'index': lambda awk, text, part: _text(text).find(_text(part)) + 1,
          'sprintf': lambda awk, *values: awk.shaped(values), 'int': lambda awk, x: int(_number(x)),
          'tolower': lambda awk, text: _text(text).lower(), 'toupper': lambda awk, text: _text(text).upper(),
          'atan2': lambda awk, y, x: math.atan2(_number(y), _number(x)),
          **{name: (lambda act: lambda awk, x: act(_number(x)))(getattr(math, name)) for name in ('sin', 'cos', 'exp', 'log', 'sqrt')}}
