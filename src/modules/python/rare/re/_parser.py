"""Patterns as trees of CPython's shape, for who looks at them; what is matched is compiled from nodes of another shape."""
from re._constants import *
from re._constants import (
    ANY, ASSERT, ASSERT_NOT, AT, AT_BEGINNING, AT_BEGINNING_STRING, AT_BOUNDARY, AT_END, AT_END_STRING, AT_NON_BOUNDARY,
    ATOMIC_GROUP, BRANCH, CATEGORY, CATEGORY_DIGIT, CATEGORY_NOT_DIGIT, CATEGORY_NOT_SPACE, CATEGORY_NOT_WORD, CATEGORY_SPACE,
    CATEGORY_WORD, FAILURE, GROUPREF, GROUPREF_EXISTS, IN, LITERAL, MAX_REPEAT, MAXREPEAT, MIN_REPEAT, NEGATE, NOT_LITERAL,
    POSSESSIVE_REPEAT, RANGE, SRE_FLAG_VERBOSE, SUBPATTERN, error)
from re._nodes import _Parser, fix_flags

SPECIAL_CHARS, REPEAT_CHARS = '.\\[{()*+?^$|', '*+?{'
# More than any width.
MAXWIDTH = 1 << 64
_FORMS = (None, CATEGORY_DIGIT, CATEGORY_NOT_DIGIT, CATEGORY_SPACE, CATEGORY_NOT_SPACE, CATEGORY_WORD, CATEGORY_NOT_WORD)
_PLACES = (AT_BEGINNING, AT_BEGINNING, AT_END, AT_END, AT_BEGINNING_STRING, AT_END_STRING, AT_BOUNDARY, AT_NON_BOUNDARY)
_REPEATS = (MIN_REPEAT, MAX_REPEAT, POSSESSIVE_REPEAT)
_ONE_CHARACTER = (ANY, RANGE, IN, LITERAL, NOT_LITERAL, CATEGORY)


class State:
    """What is known of a pattern as a whole."""

    def __init__(self):
        self.flags, self.groupdict, self.groupwidths = 0, {}, [None]

    @property
    def groups(self):
        return len(self.groupwidths)


class SubPattern:
    """A sequence of pairs: what is matched there, and what belongs to it."""

    def __init__(self, state, data=None):
        self.state, self.data, self.width = state, [] if data is None else data, None

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return SubPattern(self.state, self.data[index]) if isinstance(index, slice) else self.data[index]

    def __setitem__(self, index, code):
        self.data[index] = code

    def __delitem__(self, index):
        del self.data[index]

    def insert(self, index, code):
        self.data.insert(index, code)

    def append(self, code):
        self.data.append(code)

    def getwidth(self):
        """The least and the most characters that it matches."""
        if self.width is None:
            widths = [self._width(op, av) for op, av in self.data]
            self.width = tuple(min(sum(each), MAXWIDTH) for each in zip((0, 0), *widths))
        return self.width

    def _width(self, op, av):
        if op in _ONE_CHARACTER:
            return 1, 1
        if op is SUBPATTERN:
            return av[-1].getwidth()
        if op is ATOMIC_GROUP:
            return av.getwidth()
        if op is GROUPREF:
            return self.state.groupwidths[av]
        if op in _REPEATS:
            least, most = av[2].getwidth()
            return least * av[0], MAXWIDTH if av[1] == MAXREPEAT and most else most * av[1]
        if op in (BRANCH, GROUPREF_EXISTS):
            ways = [(0, 0) if way is None else way.getwidth() for way in (av[1] if op is BRANCH else av[1:])]
            return min(least for least, _ in ways), max(most for _, most in ways)
        return 0, 0

    def dump(self, level=0):
        """Prints the tree, a line for each thing, those within further to the right."""
        def say(text, deeper=0):
            print('  ' * (level + deeper) + text)
        for op, av in self.data:
            if op is IN:
                say(str(op))
                for kind, what in av:
                    say(f'{kind} {what}', 1)
            elif op is BRANCH:
                say(str(op))
                for number, way in enumerate(av[1]):
                    if number:
                        say('OR')
                    way.dump(level + 1)
            elif op is GROUPREF_EXISTS:
                say(f'{op} {av[0]}')
                av[1].dump(level + 1)
                if av[2]:
                    say('ELSE')
                    av[2].dump(level + 1)
            elif isinstance(av, tuple):
                say(' '.join(map(str, (op, *(one for one in av if not isinstance(one, SubPattern))))))
                for one in av:
                    if isinstance(one, SubPattern):
                        one.dump(level + 1)
            elif isinstance(av, SubPattern):
                say(str(op))
                av.dump(level + 1)
            else:
                say(f'{op} {av}')


class _Reader(_Parser):
    """Keeps the flags that hold for a group alone."""
    _scoped = None

    def inline(self):
        self._scoped = super().inline()
        return self._scoped

    def contents(self, kind, flags, start, name=None, back=0):
        scoped, self._scoped = self._scoped or (0, 0), None
        node = super().contents(kind, flags, start, name, back)
        return node if kind else ('scoped', *scoped, node)


def parse(str, flags=0, state=None):
    """The tree of a pattern."""
    state = state or State()
    reader = _Reader(str, flags)
    node = reader.parse()
    if reader.flags & SRE_FLAG_VERBOSE and not flags & SRE_FLAG_VERBOSE:
        reader = _Reader(str, flags | SRE_FLAG_VERBOSE)
        node = reader.parse()
    state.flags, state.groupdict = reader.flags, dict(reader.names)
    state.groupwidths = [None] * reader.groups
    return _tree(node, state)


def _tree(node, state):
    """What may have several ways."""
    if node[0] != 'or':
        return _sequence(node, state)
    ways = [_sequence(way, state) for way in node[1]]
    found = SubPattern(state)
    # What all ways begin with stands in front of them.
    while all(ways) and all(way[0] == ways[0][0] for way in ways):
        found.append(ways[0][0])
        for way in ways:
            del way[0]
    characters = [_characters(way) for way in ways]
    if all(characters):
        found.append((IN, _unlike(one for each in characters for one in each)))
    else:
        found.append((BRANCH, (None, ways)))
    return found


def _characters(way):
    """What a way matches if it is one character."""
    if len(way) == 1:
        op, av = way[0]
        if op is LITERAL:
            return [(op, av)]
        if op is IN and av[0][0] is not NEGATE:
            return av
    return None


def _unlike(items):
    return list(dict.fromkeys(items))


def _sequence(node, state):
    found = SubPattern(state)
    for item in node[1] if node[0] == 'seq' else [node]:
        op, av = _item(item, state)
        if op is SUBPATTERN and av[:3] == (None, 0, 0):
            found.data += av[3].data
        else:
            found.append((op, av))
    return found


def _item(node, state):
    kind = node[0]
    if kind == 'char':
        return LITERAL, node[1]
    if kind == 'any':
        return ANY, None
    if kind == 'at':
        return AT, _PLACES[node[1]]
    if kind == 'set':
        return _set(node[1], node[2])
    if kind == 'back':
        return GROUPREF, node[1]
    if kind == 'repeat':
        return _repeat(*node[1:], state)
    if kind == 'scoped':
        return SUBPATTERN, (None, *node[1:3], _tree(node[3], state))
    if kind == 'group':
        within = _tree(node[2], state)
        state.groupwidths[node[1]] = within.getwidth()
        return SUBPATTERN, (node[1], 0, 0, within)
    if kind == 'atomic':
        return ATOMIC_GROUP, _tree(node[1], state)
    if kind == 'if':
        return GROUPREF_EXISTS, (node[1], _sequence(node[2], state), _sequence(node[3], state) if node[3][1] else None)
    within, negated = _tree(node[2], state), node[1] % 2
    if negated and not within:
        return FAILURE, ()
    return ASSERT_NOT if negated else ASSERT, (-1 if node[1] >= 2 else 1, within)


def _repeat(node, least, most, greed, state):
    op, av = _item(node, state)
    within = av[3] if op is SUBPATTERN and av[:3] == (None, 0, 0) else SubPattern(state, [(op, av)])
    return _REPEATS[greed], (least, MAXREPEAT if most == MAXREPEAT else most, within)


def _set(negated, items):
    found = _unlike(_member(*item) for item in items)
    if len(found) == 1 and found[0][0] is LITERAL:
        return NOT_LITERAL if negated else LITERAL, found[0][1]
    return IN, [(NEGATE, None)] * negated + found


def _member(form, low, high):
    if form:
        return CATEGORY, _FORMS[form]
    return (LITERAL, low) if low == high else (RANGE, (low, high))
