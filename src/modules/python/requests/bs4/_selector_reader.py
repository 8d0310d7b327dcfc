"""How a selector of CSS is read: token by token, each to the tests of one element."""
import re as _re
from functools import partial as _partial
from warnings import warn as _warn

from _frames import not_supported as _not_supported
from bs4 import _selectors

_WHITE = r'(?:[ \t\r\n\f]|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)'
_NAME = r'(?:(?:-?(?:[^\W\d]|\\.)|--)(?:[\w-]|\\.)*)'
_VALUE = rf'''(?:"(?:\\.|[^\\"])*"|'(?:\\.|[^\\'])*'|{_NAME}+)'''


def _pattern(text):
    return _re.compile(text.replace('WHITE', _WHITE).replace('NAME', _NAME).replace('VALUE', _VALUE), _re.I | _re.S)


_BLANK, _CLOSE = _pattern('WHITE*'), _pattern(r'WHITE*\)')
_COMBINE = _pattern(r'WHITE*?([,+>~]|[ \t\r\n\f](?!WHITE*[,+>~]))WHITE*')
_COMMENT = _pattern(r'(?![ \t\r\n\f])WHITE(?![ \t\r\n\f,+>~])')
_TAG = _pattern(r'(?:(?P<space>NAME|\*)?\|)?(?P<tag>NAME|\*)')
_CLASS, _ID = _pattern(r'\.(NAME)'), _pattern(r'\#(NAME)')
_ATTRIBUTE = _pattern(r'\[WHITE*(?:(?:NAME|\*)?\|(?!=))?(?P<name>NAME)WHITE*'
                      r'(?:(?P<op>[!~^|*$]?=)WHITE*(?P<value>VALUE)(?:WHITE*(?P<case>[is]))?WHITE*)?\]')
_PSEUDO = _pattern(r':(NAME)(\(WHITE*)?')
_NTH = _pattern(r'(?P<nth>[-+]?\d*n(?:WHITE*[-+]WHITE*\d+)?|[-+]?\d+|even|odd)(?:(?P<of>WHITE+ofWHITE+)|(?=WHITE*\)))')
_TEXTS = _pattern(r'VALUE(?:WHITE*,WHITE*VALUE)*WHITE*\)')
_ONE_VALUE = _pattern('VALUE')

_CONTROLS = 'input:not([type=hidden]), button, select, textarea, fieldset'
# Pseudo-classes that others say.
_SAID = {
    'any-link': ':is(a, area)[href]', 'link': ':is(a, area)[href]',
    'checked': 'input:is([type=checkbox], [type=radio])[checked], option[selected]',
    'required': ':is(input, select, textarea)[required]', 'optional': ':is(input, select, textarea):not([required])',
    'disabled': f''':is({_CONTROLS}, optgroup, option)[disabled], optgroup[disabled] > option,
        fieldset[disabled] > :is({_CONTROLS}), fieldset[disabled] > :not(legend:nth-of-type(1)) :is({_CONTROLS})''',
    'enabled': f':is({_CONTROLS}, optgroup, option):not(:disabled)',
}
# What a page that nobody looks at does not have.
_NEVER = frozenset('active autofill current focus focus-visible focus-within future host hover local-link past paused playing '
                   'target target-within user-invalid visited'.split())
_MISSING = frozenset('dir lang default indeterminate in-range out-of-range placeholder-shown read-only read-write '
                     'defined open muted host-context'.split())


class SelectorSyntaxError(Exception):
    """A selector that means nothing."""

    def __init__(self, words, text, at):
        line = text.count('\n', 0, at) + 1
        start = text.rfind('\n', 0, at) + 1
        shown = text[start:].partition('\n')[0]
        self.line, self.col = line, at - start + 1
        self.context = f'{shown}\n{" " * (at - start)}^'
        super().__init__(f'{words}\n  line {line}:\n{self.context}')


SelectorSyntaxError.__module__ = 'soupsieve.util'


def _plain(text):
    """A name or a value without escapes and quotes."""
    text = text[1:-1] if text[:1] in ('"', "'") else text
    return _re.sub(r'\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|(.))',
                   lambda m: chr(int(m[1], 16)) if m[1] else '' if m[2] == '\n' else m[2], text)


def _has_attribute(tag, scope, name, op, wanted, case):
    value = next((tag.attrs[each] for each in tag.attrs if each.lower() == name), None)
    if value is None:
        return op == '!='
    value = ' '.join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    if case == 'i' or case is None and name == 'type':
        value, wanted = value.lower(), wanted.lower()
    return {None: True, '=': value == wanted, '!=': value != wanted,
            '~=': bool(wanted) and wanted in value.split() and not any(map(str.isspace, wanted)),
            '^=': bool(wanted) and value.startswith(wanted), '$=': bool(wanted) and value.endswith(wanted),
            '*=': bool(wanted) and wanted in value, '|=': value == wanted or value.startswith(wanted + '-')}[op]


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = self.begin = _BLANK.match(text).end()
        self.end = len(text)
        for white in _BLANK.finditer(text):
            if white.end() == len(text) > white.start():
                self.end = max(white.start(), self.at)

    def wrong(self, words, at):
        raise SelectorSyntaxError(words, self.text, at)

    def take(self, pattern):
        """What fits here, which is read then."""
        match = pattern.match(self.text, self.at, self.end)
        if match:
            self.at = match.end()
        return match

    def list(self, opened=None, relative=False, forgiving=False):
        """Alternatives up to the end, or to the parenthesis that closes."""
        alternatives, steps, tests, combinator, begun = [], [], [], ' ', False
        while True:
            start = self.at
            if self.take(_COMMENT):
                continue
            if start >= self.end:
                if opened is not None:
                    self.wrong(f'Unclosed pseudo-class at position {start}', start)
                break
            if self.take(_CLOSE):
                if not tests and not forgiving:
                    self.nothing(start)
                if opened is None:
                    self.wrong(f'Unmatched pseudo-class close at position {start}', start)
                break
            if not (match := self.take(_COMBINE)):
                tests.append(self.test(bool(tests)))
                continue
            mark = match[1].strip() or ' '
            if self.at >= self.end or opened is None and start == self.begin:
                self.wrong(f'Invalid character {self.text[start]!r} position {start}', start)
            if tests and relative and mark != ',':
                self.wrong('Using strict rules as proposed by CSS, the complex selectors at postition '
                           f'{start} is not allowed', start)
            if not tests and relative and mark != ',':
                if begun:
                    self.wrong(f'The multiple combinators at position {start}', start)
                combinator, begun = mark, True
                continue
            if not tests and not (mark == ',' and forgiving):
                self.wrong(f"The combinator '{mark}' at position {start}, must have a selector before it", start)
            if tests:
                steps.append((combinator, tests))
            combinator, tests, begun = mark, [], mark != ','
            if mark == ',':
                alternatives.append(steps)
                steps, combinator = [], ' '
        if tests:
            alternatives.append([*steps, (combinator, tests)])
        elif not forgiving or steps and any(alternatives):
            self.nothing(start)
        return [each for each in alternatives if each]

    def nothing(self, at):
        # Blanks before all else are not counted.
        at = at if at > self.begin else 0
        self.wrong(f'Expected a selector at position {at}', at)

    def test(self, inner):
        """The next test of an element: a function of it and of what `:scope` means."""
        text, at = self.text, self.at
        mark = text[at]
        if mark == ':':
            return self.pseudo()
        if mark == '&':
            self.at += 1
            return lambda tag, scope: tag is scope
        if mark == '#':
            if match := self.take(_ID):
                name = _plain(match[1])
                return lambda tag, scope: name == tag.get('id')
            self.wrong(f'Malformed id selector at position {at}', at)
        if mark == '.':
            if match := self.take(_CLASS):
                return _partial(_has_class, name=_plain(match[1]))
            self.wrong(f'Malformed class selector at position {at}', at)
        if mark == '[':
            if match := self.take(_ATTRIBUTE):
                return _partial(_has_attribute, name=_plain(match['name']).lower(), op=match['op'],
                                wanted=_plain(match['value'] or ''), case=match['case'] and match['case'].lower())
            self.wrong(f'Malformed attribute selector at position {at}', at)
        if match := self.take(_TAG):
            if inner:
                self.wrong(f'Tag name found at position {at} instead of at the start', at)
            name = _plain(match['tag']).lower()
            if match['space'] not in (None, '*'):
                return lambda tag, scope: False
            return lambda tag, scope: name == '*' or name == tag.name.lower()
        self.wrong(f'Invalid character {mark!r} position {at}', at)

    def pseudo(self):
        at = self.at
        if self.text.startswith('::', at):
            raise NotImplementedError(f'Pseudo-element found at position {at}')
        match = self.take(_PSEUDO)
        if not match:
            self.wrong(f'Malformed pseudo-class selector at position {at}', at)
        name, opened = _plain(match[1]).lower(), self.at if match[2] else None
        if name in _MISSING:
            _not_supported(f'bs4.Tag.select of {self.text!r}', 'find_all')
        if opened is None:
            return self.plain_pseudo(name, at)
        if name in ('not', 'is', 'where', 'matches'):
            inner = self.list(opened, forgiving=name != 'not')
            return lambda tag, scope: _selectors.any_of(inner, tag, scope) != (name == 'not')
        if name == 'has':
            inner = self.list(opened, relative=True)
            return lambda tag, scope: _selectors.has(inner, tag, scope)
        if name in ('contains', '-soup-contains', '-soup-contains-own') and (texts := self.take(_TEXTS)):
            if name == 'contains':
                _warn("The pseudo class ':contains' is deprecated, ':-soup-contains' should be used moving forward.",
                      FutureWarning, 2)
            wanted = [_plain(each[0]) for each in _ONE_VALUE.finditer(texts[0])]
            return lambda tag, scope: _selectors.contains(tag, wanted, name.endswith('own'))
        if name in ('nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type'):
            return self.nth(name, opened, at)
        self.wrong(f"Invalid syntax for pseudo class ':{name}'" if name.endswith('contains') else self.unknown(name), at)

    @staticmethod
    def unknown(name):
        return (f"':{name}' was detected as a pseudo-class and is either unsupported or invalid. If the syntax was not "
                'intended to be recognized as a pseudo-class, please escape the colon.')

    def plain_pseudo(self, name, at):
        if name in _SAID:
            said = _selectors.selectors(_SAID[name])
            return lambda tag, scope: _selectors.any_of(said, tag, scope)
        if name in _NEVER:
            return lambda tag, scope: False
        if name == 'root':
            return lambda tag, scope: _selectors.is_root(tag)
        if name == 'scope':
            return lambda tag, scope: tag is scope
        if name == 'empty':
            return lambda tag, scope: all(map(_selectors.is_blank, tag.contents))
        side, _, rest = name.partition('-')
        if side in ('first', 'last', 'only') and rest in ('child', 'of-type'):
            places = [_partial(_selectors.nth, step=0, first=1, from_end=from_end, same_name=rest != 'child', of=None)
                      for from_end in (False, True) if side != ('first', 'last')[not from_end]]
            return lambda tag, scope: all(place(tag, scope) for place in places)
        self.wrong(self.unknown(name), at)

    def nth(self, name, opened, at):
        match = self.take(_NTH)
        if not match or match['of'] and name.endswith('of-type'):
            self.wrong(f"Invalid syntax for pseudo class ':{name}'", at)
        of = self.list(opened) if match['of'] else None
        if not match['of']:
            self.take(_CLOSE)
        said = _re.sub(_WHITE, '', match['nth']).lower()
        said = {'even': '2n', 'odd': '2n+1'}.get(said, said)
        step, counted, first = said.partition('n')
        if not counted:
            step, first = '0', said
        step = {'': '1', '+': '1', '-': '-1'}.get(step, step)
        return _partial(_selectors.nth, step=int(step), first=int(first or 0), from_end='last' in name,
                        same_name=name.endswith('of-type'), of=of)


def _has_class(tag, scope, name):
    classes = tag.get('class') or ()
    return name in (classes.split() if isinstance(classes, str) else classes)
