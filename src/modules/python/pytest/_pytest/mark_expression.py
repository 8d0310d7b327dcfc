"""What `-k` and `-m` say of tests."""
import re

_WORD = re.compile(r'(?::?\w|:|\+|-|\.|\[|\]|\\|/)+')
_SHOWN = {'(': 'left parenthesis', ')': 'right parenthesis', 'end': 'end of input', 'name': 'identifier', 'string': 'string literal'}


class Wrong(Exception):
    """The expression cannot be read."""


class Expression:
    """`a and not (b or c)`, and for marks `name(key="value")`."""

    def __init__(self, text):
        self.text, self.tokens, self.names = text, list(self._lexed(text)), set()
        if self.tokens[0][0] == 'end':
            self.tree = ('constant', False)
            return
        self.tree = self._or()
        if self.tokens[0][0] != 'end':
            self._expected('end')

    def _wrong(self, column, message):
        return Wrong(f'{self.text}: at column {column}: {message}')

    def _lexed(self, text):
        at = 0
        while at < len(text):
            c = text[at]
            if c in ' \t':
                at += 1
            elif c in '()=,':
                yield c, c, at
                at += 1
            elif c in '\'"':
                end = text.find(c, at + 1)
                if end < 0:
                    raise self._wrong(at + 1, f'closing quote "{c}" is missing')
                if '\\' in text[at:end]:
                    raise self._wrong(text.index('\\', at) + 1, r'escaping with "\" not supported in marker expression')
                yield 'string', text[at + 1:end], at
                at = end + 1
            elif found := _WORD.match(text, at):
                word = found[0]
                yield word if word in ('or', 'and', 'not') else 'name', word, at
                at += len(word)
            else:
                raise self._wrong(at + 1, f'unexpected character "{c}"')
        yield 'end', '', at

    def _take(self, kind):
        if self.tokens[0][0] == kind:
            return self.tokens.pop(0) if kind != 'end' else self.tokens[0]
        return None

    def _expected(self, *kinds):
        kind, _, at = self.tokens[0]
        wanted = ' OR '.join(_SHOWN.get(each, each) for each in kinds)
        raise self._wrong(at + 1, f'expected {wanted}; got {_SHOWN.get(kind, kind)}')

    def _or(self):
        tree = self._and()
        while self._take('or'):
            tree = ('or', tree, self._and())
        return tree

    def _and(self):
        tree = self._not()
        while self._take('and'):
            tree = ('and', tree, self._not())
        return tree

    def _not(self):
        if self._take('not'):
            return 'not', self._not()
        if self._take('('):
            tree = self._or()
            if not self._take(')'):
                self._expected(')')
            return tree
        name = self._take('name')
        if not name:
            self._expected('not', '(', 'name')
        self.names.add(name[1])
        given = {}
        if self._take('('):
            while True:
                key = self._take('name') or self._expected('name')
                if not self._take('='):
                    self._expected('=')
                given[key[1]] = self._value()
                if not self._take(','):
                    break
            if not self._take(')'):
                self._expected(')')
        return 'name', name[1], given

    def _value(self):
        if text := self._take('string'):
            return text[1]
        _, word, at = self._take('name') or self._expected('name')
        if word.removeprefix('-').isdigit():
            return int(word)
        if word in ('True', 'False', 'None'):
            return {'True': True, 'False': False, 'None': None}[word]
        raise self._wrong(at + 1, f'unexpected character/s "{word}"')

    def evaluate(self, matcher):
        def value(tree):
            match tree:
                case 'constant', value_: return value_
                case 'not', part: return not value(part)
                case 'and', left, right: return value(left) and value(right)
                case 'or', left, right: return value(left) or value(right)
                case 'name', name, given: return matcher(name, **given)
        return bool(value(self.tree))


def keyword_matcher(item):
    from .main import Session
    from .nodes import Directory
    names = set()
    for node in item.listchain():
        if not isinstance(node, Session) and not (isinstance(node, Directory) and isinstance(node.parent, Session)):
            names.add(node.name)
        names.update(node.extra_keyword_matches)
    function = getattr(item, 'function', None)
    if function:
        names.update(name for name in function.__dict__ if name[0] != '_' and name not in ('pytestmark', 'cache_parameters'))
    names.update(mark.name for mark in item.iter_markers())
    names = [name.lower() for name in names]

    def matches(name, **given):
        if given:
            raise Wrong('Keyword expressions do not support call parameters.')
        return any(name.lower() in each for each in names)
    return matches


def mark_matcher(item):
    marks = list(item.iter_markers())

    def matches(name, **given):
        return any(mark.name == name and all(key in mark.kwargs and mark.kwargs[key] == value for key, value in given.items())
                   for mark in marks)
    return matches


def pytest_collection_modifyitems(items, config):
    from .config_errors import UsageError
    for option, text, matcher in (('-k', config.option.keyword.lstrip(), keyword_matcher), ('-m', config.option.markexpr, mark_matcher)):
        if not text:
            continue
        try:
            expression = Expression(text)
        except Wrong as e:
            raise UsageError(f"Wrong expression passed to '{option}': {e}") from None
        if option == '-m' and config.strict('strict_markers') and (unknown := expression.names - set(config.known_marks())):
            raise UsageError(f"Unknown marker(s) in '-m' expression: {', '.join(sorted(unknown))}. "
                             "Use 'pytest --markers' to see available markers.")
        try:
            chosen = [expression.evaluate(matcher(item)) for item in items]
        except Wrong as e:
            raise UsageError(str(e)) from None
        left = [item for item, wanted in zip(items, chosen) if not wanted]
        if left:
            config.hook.pytest_deselected(items=left)
            items[:] = [item for item, wanted in zip(items, chosen) if wanted]
