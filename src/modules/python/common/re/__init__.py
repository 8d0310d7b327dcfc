"""Regular expressions: patterns are read and compiled here, matched by _sre."""
from operator import index as _index
from _frames import shortcuts as _shortcuts
import _sre

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape',
           'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE',
           'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError']


# The class of flags, once a program has asked for one.
_FLAGS = ()
# Up to here, if nothing is said.
_WHOLE = 2 ** 63 - 1
_A, _I, _L, _U, _M, _S, _X = 256, 2, 4, 32, 8, 16, 64


class PatternError(Exception):
    """A pattern is wrong: what, in which pattern, where."""
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError
_MATCH, _CHAR, _CHAR_I, _ANY, _ANY_ALL, _SET, _SPLIT, _JUMP, _SAVE, _AT, _LOOK, _BACKREF, _REPEAT, _PROGRESS, \
    _ATOMIC, _IF, _FAIL = range(17)
_MANY = 0xffffffff
_CATEGORIES = {'d': 1, 'D': 2, 's': 3, 'S': 4, 'w': 5, 'W': 6}
_ESCAPES = {'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': 92}
_LETTERS = {'a': _A, 'i': _I, 'L': _L, 'm': _M, 's': _S, 'u': _U, 'x': _X}


def fix_flags(pattern, flags):  #: in re/_parser.py
    if isinstance(pattern, str):
        if flags & _L:
            raise ValueError('cannot use LOCALE flag with a str pattern')  #: 958 raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & _A and flags & _U:
            raise ValueError('ASCII and UNICODE flags are incompatible')  #: 962 raise ValueError("ASCII and UNICODE flags are incompatible")
        return flags if flags & _A else flags | _U
    if flags & _U:
        raise ValueError('cannot use UNICODE flag with a bytes pattern')  #: 965 raise ValueError("cannot use UNICODE flag with a bytes pattern")
    if flags & _A and flags & _L:
        raise ValueError('ASCII and LOCALE flags are incompatible')  #: 967 raise ValueError("ASCII and LOCALE flags are incompatible")
    return flags


class _Parser:
    """Reads a pattern into nodes: tuples with their kind first."""

    def __init__(self, pattern, flags):
        self.pattern, self.flags = pattern, flags
        self.is_text = isinstance(pattern, str)
        self.text = pattern if self.is_text else pattern.decode('latin-1')
        self.at, self.names, self.groups, self.open, self.lookbehind = 0, {}, 1, set(), None
        self.widths, self.late = {}, 0

    def fail(self, message, back=0):  #: -
        raise PatternError(message, self.pattern, self.at - back)

    def peek(self):  #: -
        return self.text[self.at:self.at + 1]

    def take(self, text):  #: -
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def next(self):  #: -
        if self.at >= len(self.text):
            self.fail('unexpected end of pattern')
        c = self.text[self.at]
        self.at += 1
        return c

    def whole(self):  #: -
        """The next character, with the one that it escapes."""
        c = self.next()
        if c != '\\':
            return c
        if self.at >= len(self.text):
            self.at -= 1
            self.fail('bad escape (end of pattern)')
        return c + self.next()

    def parse(self):  #: in re/_parser.py
        if self.text == '\\':
            self.first_escape()  #: 973 source = «Tokenizer(str)»
        self.flags & _X  #: 980 p = _parse_sub(source, state, «flags & SRE_FLAG_VERBOSE», 0)
        node = self.alternatives(self.flags)  #: 980 p = «_parse_sub(source, state, flags & SRE_FLAG_VERBOSE, 0)»
        self.flags = fix_flags(self.pattern, self.flags)  #: 981 p.state.flags = «fix_flags(str, p.state.flags)»
        if self.at < len(self.text):
            self.fail('unbalanced parenthesis')  #: 985 raise source.error("unbalanced parenthesis")
        if self.late >= self.groups:
            self.at = self.text.find(f'(?({self.late})') + 3
            self.fail(f'invalid group reference {self.late}')  #: 990 raise error(msg, str, p.state.grouprefpos[g])
        return node

    def alternatives(self, flags, nested=False):  #: in re/_parser.py _parse_sub
        ways = [self.sequence(flags, nested)]  #: 459 itemsappend(«_parse(source, state, verbose, nested + 1,⏎                   not nested and not items)»)
        while self.take('|'):
            # Flags of the whole pattern stand at the start of its first way.
            ways.append(self.sequence(flags if nested else self.flags, True))  #: 459 itemsappend(«_parse(source, state, verbose, nested + 1,⏎                   not nested and not items)»)
        return ways[0] if len(ways) == 1 else ('or', ways)

    def sequence(self, flags, nested):  #: -
        items = []
        while True:
            c = self.peek()
            if not c or c in '|)':
                return ('seq', items)
            start = self.at
            self.at += 1
            if flags & _X:
                if c in ' \t\n\r\v\f':
                    continue
                if c == '#':
                    end = self.text.find('\n', self.at)
                    self.at = end + 1 if end >= 0 else len(self.text)
                    continue
            if c == '.':
                items.append(('any', bool(flags & _S)))
            elif c == '^':
                items.append(('at', 1 if flags & _M else 0, 0))
            elif c == '$':
                items.append(('at', 3 if flags & _M else 2, 0))
            elif c == '[':
                items.append(self.set(flags, start))
            elif c == '\\':
                items.append(self.escaped(flags))
            elif c == '(':
                node = self.group(flags, start, nested or bool(items))
                if isinstance(node, int):
                    flags = node
                elif node is not None:
                    items.append(node)
            elif c in '*+?' or c == '{':
                self.repeat(items, c, start)
            else:
                items.append(('char', ord(c), flags))

    def repeat(self, items, c, start):  #: in re/_parser.py _parse
        if c == '{':
            if self.peek() == '}':
                items.append(('char', 123, self.flags))
                return
            low, high, here = '', '', self.at
            while self.peek().isdigit() and self.peek().isascii():
                low += self.next()
            if self.take(','):
                while self.peek().isdigit() and self.peek().isascii():
                    high += self.next()
            else:
                high = low
            if not self.take('}') or not low and not high and self.text[here] != ',':
                self.at = here
                items.append(('char', 123, self.flags))
                return
            if int(low or 0) >= _MANY or int(high or 0) >= _MANY:
                raise OverflowError('the repetition number is too large')  #: 670 raise OverflowError("the repetition number is too large")
            least, most = int(low or 0), int(high) if high else _MANY
            if most != _MANY and least > most:
                self.fail('min repeat greater than max repeat', self.at - start - 1)  #: 676 raise source.error("min repeat greater than max repeat",⏎                   source.tell() - here)
        else:
            least, most = {'*': (0, _MANY), '+': (1, _MANY), '?': (0, 1)}[c]
        if not items or items[-1][0] == 'at':
            self.fail('nothing to repeat', self.at - start)  #: 686 raise source.error("nothing to repeat",⏎                   source.tell() - here + len(this))
        if items[-1][0] == 'repeat':
            self.fail('multiple repeat', self.at - start)  #: 689 raise source.error("multiple repeat",⏎                   source.tell() - here + len(this))
        kind = 0 if self.take('?') else 2 if self.take('+') else 1
        items[-1] = ('repeat', items[-1], least, most, kind)

    def first_escape(self):  #: in re/_parser.py __init__
        self.no_escaped()  #: 238 self.__next()

    def get_escape(self):  #: in re/_parser.py get
        self.no_escaped()  #: 262 self.__next()

    def no_escaped(self):  #: in re/_parser.py __next
        self.at = len(self.text) - 1
        self.fail('bad escape (end of pattern)')  #: 251 raise error("bad escape (end of pattern)",⏎            self.string, len(self.string) - 1) from None

    def escaped(self, flags):  #: in re/_parser.py _parse
        if self.at >= len(self.text):
            # CPython reads it together with what is before it.
            self.get_escape()  #: 529 sourceget()
        return self.escape(flags)  #: 543 code = «_escape(source, this, state)»

    def escape(self, flags):  #: in re/_parser.py _escape
        start = self.at - 1
        c = self.next()
        ascii = bool(flags & _A) or not self.is_text
        if c in _CATEGORIES:
            return ('set', False, [(_CATEGORIES[c], 0, 0)], flags, ascii)
        if c in 'AZbB':
            return ('at', {'A': 4, 'Z': 5, 'b': 6, 'B': 7}[c], int(ascii))
        if c == '0':
            digits = ''
            while len(digits) < 2 and self.peek() and self.peek() in '01234567':
                digits += self.next()
            return ('char', int('0' + digits, 8), flags)
        if c in '123456789':
            digits = c
            if self.peek() and self.peek() in '0123456789':
                digits += self.next()
                if c < '8' and digits[1] in '01234567' and self.peek() and self.peek() in '01234567':
                    digits += self.next()
                    if int(digits, 8) > 255:
                        self.fail(f'octal escape value \\{digits} outside of range 0-0o377', self.at - start)  #: 427 raise source.error('octal escape value %s outside of '⏎                   'range 0-0o377' % escape,⏎                   len(escape))
                    return ('char', int(digits, 8), flags)
            group = int(digits)
            if group >= self.groups:
                self.fail(f'invalid group reference {group}', len(digits))  #: 439 raise source.error("invalid group reference %d" % group, len(escape) - 1)
            if group in self.open:
                self.fail('cannot refer to an open group', self.at - start)  #: 435 raise source.error("cannot refer to an open group",⏎                   len(escape))
            self.check_lookbehind(group)
            return ('back', group, flags)
        if c == 'x':
            return ('char', self.point(c, start), flags)  #: 385 raise source.error("incomplete escape %s" % escape, len(escape))
        if c == 'N':
            return ('char', self.point(c, start), flags)  #: 410 raise source.error("undefined character name %r" % charname,⏎                   len(charname) + len(r'\N{}')) from None
        if c == 'u':
            return ('char', self.point(c, start), flags)  #: 391 raise source.error("incomplete escape %s" % escape, len(escape))
        return ('char', self.point(c, start), flags)  #: 442 raise source.error("bad escape %s" % escape, len(escape))

    def check_lookbehind(self, group):  #: -
        if self.lookbehind is None:
            return
        if group >= self.groups or group in self.open:
            self.fail('cannot refer to an open group')
        if group >= self.lookbehind:
            self.fail('cannot refer to group defined in the same lookbehind subpattern')

    def point(self, c, start, in_set=False):  #: -
        if c == 'x' or c in 'uU' and self.is_text:
            size = {'x': 2, 'u': 4, 'U': 8}[c]
            digits = ''
            while len(digits) < size and self.peek() and self.peek() in '0123456789abcdefABCDEF':
                digits += self.next()
            if len(digits) < size:
                self.fail(f'incomplete escape \\{c}{digits}', self.at - start)
            value = int(digits, 16)
            if value > 0x10ffff:
                self.fail(f'bad escape \\{c}{digits}', self.at - start)
            return value
        if c == 'N' and self.is_text:
            if not self.take('{'):
                self.fail('missing {')
            name, _ = self.name('}', 'character name')
            import _unicode
            found = _unicode.lookup(name)
            if found is None:
                self.fail(f'undefined character name {name!r}', len(name) + 4)
            return ord(found)
        if c in _ESCAPES and (c != 'b' or in_set):
            return _ESCAPES[c]
        if c.isascii() and c.isalpha():
            self.fail(f'bad escape \\{c}', self.at - start)
        return ord(c)

    def set(self, flags, start):  #: in re/_parser.py _parse
        if self.peek() == '[':
            self.set_warning('nested set', self.at)
        negated, items = self.take('^'), []
        first = True
        while True:
            if self.at >= len(self.text):
                self.fail('unterminated character set', self.at - start)  #: 567 raise source.error("unterminated character set",⏎                   source.tell() - here)
            here = self.at
            c = self.next()
            if c == ']' and not first:
                break
            if not first and c in '-&~|' and self.peek() == c:
                self.set_warning(_SETS_TO_COME[c], here)
            first = False
            if c == '\\' and self.at >= len(self.text):
                self.get_escape()  #: 565 this = «sourceget()»
            low = self.set_item(c, here)  #: 572 code1 = «_class_escape(source, this)»
            if self.peek() == '-':
                self.at += 1
                if self.at >= len(self.text):
                    self.fail('unterminated character set', self.at - start)  #: 590 raise source.error("unterminated character set",⏎                   source.tell() - here)
                middle = self.at
                c = self.next()
                if c == ']':
                    items += [low, (0, 45, 45)]
                    break
                if c == '-':
                    self.set_warning(_SETS_TO_COME[c], middle - 1)
                if c == '\\' and self.at >= len(self.text):
                    self.get_escape()  #: 588 that = «sourceget()»
                high = self.set_item(c, middle)  #: 599 code2 = «_class_escape(source, that)»
                if low[0] or high[0]:
                    self.fail(f'bad character range {self.text[here:self.at]}', self.at - here)  #: 611 raise source.error(msg, len(this) + 1 + len(that))
                if high[1] < low[1]:
                    self.fail(f'bad character range {self.text[here:self.at]}', self.at - here)  #: 616 raise source.error(msg, len(this) + 1 + len(that))
                items.append((0, low[1], high[1]))
            else:
                items.append(low)
        return ('set', negated, items, flags, bool(flags & _A) or not self.is_text)

    def set_warning(self, what, at):  #: -
        import warnings
        warnings.warn(f'Possible {what} at position {at}', FutureWarning, stacklevel=2)

    def set_item(self, c, here):  #: in re/_parser.py _class_escape
        if c != '\\':
            return (0, ord(c), ord(c))
        c = self.next()
        if c in _CATEGORIES:
            return (_CATEGORIES[c], 0, 0)
        if c in '01234567':
            digits = c
            while len(digits) < 3 and self.peek() and self.peek() in '01234567':
                digits += self.next()
            value = int(digits, 8)
            if value > 255:
                self.fail(f'octal escape value \\{digits} outside of range 0-0o377', self.at - here)  #: 358 raise source.error('octal escape value %s outside of '⏎                   'range 0-0o377' % escape, len(escape))
        elif c.isdigit() and c.isascii():
            self.fail(f'bad escape \\{c}', self.at - here)  #: 369 raise source.error("bad escape %s" % escape, len(escape))
        elif c == 'x':
            value = self.point(c, here, True)  #: 325 raise source.error("incomplete escape %s" % escape, len(escape))
        else:
            value = self.point(c, here, True)  #: 365 raise source.error('bad escape %s' % escape, len(escape))
        return (0, value, value)

    def name(self, end, what='group name'):  #: in re/_parser.py getuntil
        here = self.at
        close = self.text.find(end, here)
        if close < 0:
            self.at = len(self.text)
            if here == len(self.text):
                self.fail(f'missing {what}')  #: 280 raise self.error("missing " + name)
            self.fail(f'missing {end}, unterminated name', self.at - here)  #: 281 raise self.error("missing %s, unterminated name" % terminator,⏎                 len(result))
        self.at = close + len(end)
        name = self.text[here:close]
        if not name:
            self.fail(f'missing {what}', len(end))  #: 285 raise self.error("missing " + name, 1)
        return name, close - here + len(end)

    def check_name(self, name, back):  #: in re/_parser.py checkgroupname
        if not self.is_text and not name.isascii():
            self.fail(f'bad character in group name {ascii(name)}', back)  #: 306 raise self.error(msg, len(name) + offset)
        if not name.isidentifier():
            self.fail(f'bad character in group name {name!r}', back)  #: 309 raise self.error(msg, len(name) + offset)

    def group(self, flags, start, inside):  #: -
        if not self.take('?'):
            return self.contents('group', flags, start)
        found = self.extension(flags, start, inside)
        return self.contents(*found[1:]) if isinstance(found, tuple) and found[0] == 'contents' else found

    def extension(self, flags, start, inside):  #: in re/_parser.py _parse
        """What follows `(?`: a node, flags from here on, nothing; or what the group's contents are for."""
        if self.at >= len(self.text):
            self.fail('unexpected end of pattern')  #: 719 raise source.error("unexpected end of pattern")
        c = self.whole()
        if c == ':':
            return ('contents', '', flags, start)
        if c == 'P':
            if self.take('<'):
                name, back = self.name('>')  #: 724 name = «source.getuntil(">", "group name")»
                self.check_name(name, back)  #: 725 «source.checkgroupname(name, 1)»
                return ('contents', 'group', flags, start, name, back)
            if self.take('='):
                name, back = self.name(')')  #: 728 name = «source.getuntil(")", "group name")»
                self.check_name(name, back)  #: 729 «source.checkgroupname(name, 1)»
                group = self.names.get(name)
                if group is None:
                    self.fail(f'unknown group name {name!r}', back)  #: 733 raise source.error(msg, len(name) + 1)
                if group in self.open:
                    self.fail('cannot refer to an open group', back)  #: 735 raise source.error("cannot refer to an open group",⏎                   len(name) + 1)
                self.check_lookbehind(group)
                return ('back', group, flags)
            if not self.peek():
                self.fail('unexpected end of pattern')  #: 744 raise source.error("unexpected end of pattern")
            c = self.whole()
            self.fail(f'unknown extension ?P{c}', len(c) + 2)  #: 745 raise source.error("unknown extension ?P" + char,⏎                   len(char) + 2)
        if c == '#':
            while True:
                if self.at >= len(self.text):
                    self.fail('missing ), unterminated comment', self.at - start)  #: 754 raise source.error("missing ), unterminated comment",⏎                   source.tell() - start)
                if self.next() == ')':
                    return None
        if c in ('=', '!', '<'):
            behind = c == '<'
            if behind:
                if not self.peek():
                    self.fail('unexpected end of pattern')  #: 766 raise source.error("unexpected end of pattern")
                c = self.whole()
                if c not in ('=', '!'):
                    self.fail(f'unknown extension ?<{c}', len(c) + 2)  #: 768 raise source.error("unknown extension ?<" + char,⏎                   len(char) + 2)
            outer = self.lookbehind
            if behind and outer is None:
                self.lookbehind = self.groups
            node = self.alternatives(flags, True)  #: 774 p = «_parse_sub(source, state, verbose, nested + 1)»
            if not self.take(')'):
                self.fail('missing ), unterminated subpattern', self.at - start)  #: 779 raise source.error("missing ), unterminated subpattern",⏎                   source.tell() - start)
            self.lookbehind = outer
            return ('look', (c == '!') + 2 * behind, node)
        if c == '>':
            return ('contents', 'atomic', flags, start)
        if c == '(':
            name, back = self.name(')')  #: 791 condname = «source.getuntil(")", "group name")»
            if name.isdigit() and name.isascii():
                group = int(name)
                if not group:
                    self.fail('bad group number', back)  #: 801 raise source.error("bad group number",⏎                   len(condname) + 1)
                if group >= 2 ** 16:
                    self.fail(f'invalid group reference {group}', back)  #: 805 raise source.error(msg, len(condname) + 1)
            else:
                self.check_name(name, back)  #: 793 «source.checkgroupname(condname, 1)»
                group = self.names.get(name)
                if group is None:
                    self.fail(f'unknown group name {name!r}', back)  #: 797 raise source.error(msg, len(condname) + 1)
            self.check_lookbehind(group)
            yes, no = self.sequence(flags, True), ('seq', [])  #: 819 item_yes = «_parse(source, state, verbose, nested + 1)»
            if self.take('|'):
                no = self.sequence(flags, True)  #: 821 item_no = «_parse(source, state, verbose, nested + 1)»
                if self.peek() == '|':
                    self.fail('conditional backref with more than two branches')  #: 823 raise source.error("conditional backref with more than two branches")
            self.late = max(self.late, group)
            if not self.take(')'):
                self.fail('missing ), unterminated subpattern', self.at - start)  #: 827 raise source.error("missing ), unterminated subpattern",⏎                   source.tell() - start)
            return ('if', group, yes, no)
        if c in _LETTERS or c == '-':
            self.at -= 1
            added, removed = self.inline()  #: 838 flags = «_parse_flags(source, state, char)»
            if removed is None:
                if inside:
                    self.fail('global flags not at the start of the expression', self.at - start)  #: 841 raise source.error('global flags not at the start '⏎                   'of the expression',⏎                   source.tell() - start)
                self.flags |= added
                return flags | added
            if added & (_A | _U):
                flags &= ~(_A | _U)
            return ('contents', '', (flags | added) & ~removed, start)
        self.fail(f'unknown extension ?{c}', len(c) + 1)  #: 850 raise source.error("unknown extension ?" + char,⏎                   len(char) + 1)

    def contents(self, kind, flags, start, name=None, back=0):  #: in re/_parser.py _parse
        number = None
        if kind == 'group':
            number = self.begin(name, back)  #: 858 raise source.error(err.msg, len(name) + 1) from None
        node = self.alternatives(flags, True)  #: 863 p = «_parse_sub(source, state, sub_verbose, nested + 1)»
        if not self.take(')'):
            self.fail('missing ), unterminated subpattern', self.at - start)  #: 865 raise source.error("missing ), unterminated subpattern",⏎                   source.tell() - start)
        if kind == 'group':
            self.open.discard(number)
            return ('group', number, node)
        return ('atomic', node) if kind else node

    def begin(self, name, back):  #: -
        """The number of the group that begins here."""
        number = self.groups
        self.groups += 1
        if name is not None:
            if name in self.names:
                self.fail(f'redefinition of group name {name!r} as group {number}; was group {self.names[name]}', back)
            self.names[name] = number
        self.open.add(number)
        return number

    def inline(self):  #: in re/_parser.py _parse_flags
        """The flags that are added and taken away; None in place of those: they are of the whole pattern."""
        added = removed = 0
        c = self.next()
        while c in _LETTERS:
            if c == 'L' and self.is_text:
                self.fail("bad inline flags: cannot use 'L' flag with a str pattern")  #: 904 raise source.error(msg)
            if c == 'u' and not self.is_text:
                self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern")  #: 908 raise source.error(msg)
            added |= _LETTERS[c]
            if c in 'aLu' and added & (_A | _L | _U) != _LETTERS[c]:
                self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")  #: 912 raise source.error(msg)
            if not self.peek():
                self.fail('missing -, : or )')  #: 915 raise source.error("missing -, : or )")
            c = self.next()
            if c not in _LETTERS and c not in ')-:':
                self.fail('unknown flag' if c.isalpha() else 'missing -, : or )', 1)  #: 920 raise source.error(msg, len(char))
        if c == ')':
            return added, None
        if c == '-':
            if not self.peek():
                self.fail('missing flag')  #: 929 raise source.error("missing flag")
            c = self.next()
            if c not in _LETTERS:
                self.fail('unknown flag' if c.isalpha() else 'missing flag', 1)  #: 932 raise source.error(msg, len(char))
            while c != ':':
                if c in 'aLu':
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")  #: 937 raise source.error(msg)
                removed |= _LETTERS[c]
                if not self.peek():
                    self.fail('missing :')  #: 941 raise source.error("missing :")
                c = self.next()
                if c != ':' and c not in _LETTERS:
                    self.fail('unknown flag' if c.isalpha() else 'missing :', 1)  #: 946 raise source.error(msg, len(char))
            if added & removed:
                self.fail('bad inline flags: flag turned on and off', 1)  #: 951 raise source.error("bad inline flags: flag turned on and off", 1)
        return added, removed


def _width(node, groups):
    """The least and the most that a node matches."""
    kind = node[0]
    if kind in ('char', 'any', 'set'):
        return 1, 1
    if kind == 'seq':
        low = high = 0
        for item in node[1]:
            a, b = _width(item, groups)
            low, high = low + a, high + b
        return low, min(high, _MANY)
    if kind == 'or':
        both = [_width(way, groups) for way in node[1]]
        return min(a for a, _ in both), max(b for _, b in both)
    if kind == 'group':
        groups[node[1]] = found = _width(node[2], groups)
        return found
    if kind == 'repeat':
        a, b = _width(node[1], groups)
        return min(a * node[2], _MANY), min(b * node[3], _MANY)
    if kind == 'back':
        return groups.get(node[1], (0, _MANY))
    if kind == 'if':
        a, b = _width(node[2], groups), _width(node[3], groups)
        return min(a[0], b[0]), max(a[1], b[1])
    if kind == 'atomic':
        return _width(node[1], groups)
    if kind == 'look':
        _width(node[2], groups)
    return 0, 0


class _Coder:
    """Writes nodes as a program."""

    def __init__(self, parser):
        self.parser, self.code, self.sets, self.slots, self.widths = parser, [], [], parser.groups * 2, {}

    def put(self, *numbers):
        self.code += numbers
        return len(self.code) - 1

    def code_of(self, node):  #: in re/_compiler.py _code
        self.write(node)  #: 580 «_compile(code, p.data, flags)»

    def refuse_width(self):  #: in re/_compiler.py _compile
        raise PatternError('look-behind requires fixed-width pattern')  #: 153 raise PatternError("look-behind requires fixed-width pattern")

    def write(self, node):  #: -
        code, kind = self.code, node[0]
        if kind == 'char':
            point, flags = node[1], node[2]
            c = chr(point)
            if flags & _I and (c.lower() != c or c.upper() != c) and (self.parser.is_text and not flags & _A
                                                                      or point < 128):
                if self.parser.is_text and not flags & _A:
                    self.put(_CHAR_I, _sre.fold(point))
                else:
                    self.sets.append([0, 1, 1, 0, point, point])
                    self.put(_SET, len(self.sets) - 1)
            else:
                self.put(_CHAR, point)
        elif kind == 'any':
            self.put(_ANY_ALL if node[1] else _ANY)
        elif kind == 'set':
            _, negated, items, flags, ascii = node
            if flags & _I and not ascii:
                alone = [low for kind, low, high in items if kind == 0 and low == high and low > 127]
                items = [*items, *((0, _sre.fold(low), _sre.fold(low)) for low in alone)]
            self.sets.append([int(negated), int(bool(flags & _I)), int(ascii), *(n for item in items for n in item)])
            self.put(_SET, len(self.sets) - 1)
        elif kind == 'at':
            self.put(_AT, node[1], node[2])
        elif kind == 'seq':
            for item in node[1]:
                self.write(item)
        elif kind == 'or':
            ends = []
            for way in node[1][:-1]:
                split = self.put(_SPLIT, len(code) + 3, 0)
                self.write(way)
                ends.append(self.put(_JUMP, 0))
                code[split] = len(code)
            self.write(node[1][-1])
            for end in ends:
                code[end] = len(code)
        elif kind == 'group':
            self.put(_SAVE, node[1] * 2)
            self.write(node[2])
            self.put(_SAVE, node[1] * 2 + 1)
        elif kind == 'back':
            self.put(_BACKREF, node[1], int(bool(node[2] & _I)))
        elif kind == 'look':
            low, high = _width(node[2], dict(self.widths))
            if node[1] >= 2 and low != high:
                self.refuse_width()
            if node[1] == 1 and node[2] == ('seq', []):
                self.put(_FAIL)
                return
            self.put(_LOOK, node[1], low if node[1] >= 2 else 0)
            end = self.put(0)
            self.write(node[2])
            self.put(_MATCH)
            code[end] = len(code)
        elif kind == 'atomic':
            end = self.put(_ATOMIC, 0)
            self.write(node[1])
            self.put(_MATCH)
            code[end] = len(code)
        elif kind == 'if':
            _, group, yes, no = node
            target = self.put(_IF, group, 0)
            self.write(yes)
            end = self.put(_JUMP, 0)
            code[target] = len(code)
            self.write(no)
            code[end] = len(code)
        elif kind == 'repeat':
            self.repeat(*node[1:])

    def repeat(self, node, least, most, kind):
        code = self.code
        while node[0] == 'seq' and len(node[1]) == 1:
            node = node[1][0]
        if node[0] in ('char', 'any', 'set'):
            self.put(_REPEAT, least, most, kind)
            self.write(node)
            return
        if kind == 2:
            self.write(('atomic', ('repeat', node, least, most, 1)))
            return
        for _ in range(least):
            self.write(node)
            if len(code) > 200000:
                raise PatternError('pattern too large')
        if most == _MANY:
            slot, self.slots = self.slots, self.slots + 1
            split = self.split(kind)
            body = len(code)
            self.put(_SAVE, slot)
            self.write(node)
            self.put(_PROGRESS, slot, body - 3)
            code[split] = len(code)
        else:
            splits = []
            for _ in range(most - least):
                splits.append(self.split(kind))
                self.write(node)
                if len(code) > 200000:
                    raise PatternError('pattern too large')
            for split in splits:
                code[split] = len(code)

    def split(self, kind):
        """A choice whose one way goes on right here; the place of the other's target."""
        here = len(self.code) + 3
        if kind == 1:
            return self.put(_SPLIT, here, 0)
        self.put(_SPLIT, 0, here)
        return len(self.code) - 2


_cache, _plain = {}, {}


def _compile(pattern, flags):  #: in re/__init__.py
    if isinstance(flags, _FLAGS):
        flags = flags.value
    key = type(pattern), pattern, flags
    found = _cache.get(key)  #: 335 return _cache2[«type(pattern), pattern, flags»]
    if found is not None:
        return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')  #: 345 raise ValueError(⏎    "cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError('first argument must be string or compiled pattern')  #: 349 raise TypeError("first argument must be string or compiled pattern")
    made = _made(pattern, flags)  #: 350 p = «_compiler.compile(pattern, flags)»
    if len(_cache) >= 512:
        purge()
    _cache[key] = made
    if not flags and type(pattern) is str:
        _plain[pattern] = made
    return made


def _made(pattern, flags):  #: in re/_compiler.py compile
    parser = _Parser(pattern, flags)
    node = parser.parse()  #: 743 p = «_parser.parse(p, flags)»
    if parser.flags & _X and not flags & _X:
        flags |= _X
        parser = _Parser(pattern, flags)
        node = parser.parse()
    coder = _Coder(parser)
    _width(node, coder.widths)
    coder.code_of(node)  #: 747 code = «_code(p, flags)»
    coder.put(_MATCH)
    made = object.__new__(Pattern)
    made._set(pattern, parser.flags & ~128, _sre.compile(coder.code, coder.sets, coder.slots), parser)
    return made


class Pattern:  #: -
    """A compiled pattern."""
    __slots__ = 'pattern', 'flags', 'groups', '_program', '_index', '__weakref__'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    def _set(self, pattern, flags, program, parser):
        self.pattern, self.flags, self._program = pattern, flags, program
        self.groups, self._index = parser.groups - 1, parser.names

    @property
    def groupindex(self):
        import types
        return types.MappingProxyType(self._index)

    def __repr__(self):
        shown = self.flags & ~(_U if isinstance(self.pattern, str) else 0)
        text = repr(self.pattern)[:200]
        if not shown:
            return f're.compile({text})'
        from _re_flags import RegexFlag as R, names_of
        order = R.IGNORECASE, R.LOCALE, R.MULTILINE, R.DOTALL, R.UNICODE, R.VERBOSE, R.DEBUG, R.ASCII
        return f're.compile({text}, {names_of(shown, order)})'

    def __eq__(self, other):
        return (self.pattern, self.flags) == (other.pattern, other.flags) if isinstance(
            other, Pattern) else NotImplemented

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __reduce__(self):
        return _compile, (self.pattern, self.flags)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def _check(self, string, pos=0, endpos=_WHOLE):  #: -
        # Numbers are read before the text is looked at.
        if type(pos) is not int:
            _index(pos)
        if type(endpos) is not int:
            _index(endpos)
        if isinstance(self.pattern, str):
            if isinstance(string, (bytes, bytearray, memoryview)):
                raise TypeError('cannot use a string pattern on a bytes-like object')
        elif isinstance(string, str):
            raise TypeError('cannot use a bytes pattern on a string-like object')
        if not isinstance(string, (str, bytes, bytearray, memoryview)) and not hasattr(string, '__buffer__'):
            raise TypeError(f"expected string or bytes-like object, got '{_type_name(string)}'")

    def _find(self, string, pos, endpos, mode):  #: -
        self._check(string, pos, endpos)
        spans = _sre.find(self._program, string, pos, endpos, mode)
        return spans and _match(self, string, spans, pos, endpos)

    def search(self, string, pos=0, endpos=_WHOLE):
        return self._find(string, pos, endpos, 0)

    def match(self, string, pos=0, endpos=_WHOLE):  #: -
        return self._find(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=_WHOLE):
        return self._find(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=_WHOLE):
        self._check(string, pos, endpos)
        endpos = None if endpos == _WHOLE else endpos
        kept = None if isinstance(string, (str, bytes)) else memoryview(string)
        found = _matches(self, string, kept, _sre.find_all(self._program, string, pos, endpos, 0), pos, endpos)
        return iter(found.__next__, None)

    def findall(self, string, pos=0, endpos=_WHOLE):
        self._check(string, pos, endpos)
        string = _sliced(string)
        empty, found = string[:0], []
        for spans in _sre.find_all(self._program, string, pos, endpos, 0):
            if not self.groups:
                found.append(string[spans[0]:spans[1]])
            elif self.groups == 1:
                found.append(string[spans[2]:spans[3]] if spans[3] >= 0 else empty)
            else:
                found.append(tuple([string[spans[at]:spans[at + 1]] if spans[at + 1] >= 0 else empty
                                    for at in range(2, self.groups * 2 + 2, 2)]))
        return found

    def split(self, string, maxsplit=0):
        _index(maxsplit)
        self._check(string)
        string = _sliced(string)
        parts, last = [], 0
        if maxsplit >= 0:
            for spans in _sre.find_all(self._program, string, 0, None, maxsplit):
                parts.append(string[last:spans[0]])
                for at in range(2, self.groups * 2 + 2, 2):
                    parts.append(string[spans[at]:spans[at + 1]] if spans[at + 1] >= 0 else None)
                last = spans[1]
        return parts + [string[last:]]

    def sub(self, repl, string, count=0):  #: -
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):  #: -
        _index(count)
        if not callable(repl):
            repl = _compiled(self, _sliced(repl) if isinstance(repl, (bytearray, memoryview)) else repl)
        self._check(string)
        if callable(repl) and not isinstance(string, (str, bytes)):
            # Its size is kept while the program is asked.
            with memoryview(string):
                return self._subn(repl, string, count)
        return self._subn(repl, string, count)

    def _subn(self, repl, string, count):  #: -
        whole, string = string, _sliced(string)
        plain = isinstance(repl, (str, bytes))
        parts, last = [], 0
        every = _sre.find_all(self._program, string, 0, None, count) if count >= 0 else ()
        for spans in every:
            if last < spans[0]:
                parts.append(string[last:spans[0]])
            piece = repl if plain else repl(_match(self, whole, spans, 0, None))
            if piece is not None:
                parts.append(piece)
            last = spans[1]
        parts.append(string[last:])
        return string[:0].join(parts), len(every)

    def scanner(self, string, pos=0, endpos=_WHOLE):
        return SRE_Scanner(self, string, pos, endpos)


def _matches(pattern, string, kept, every, pos, endpos):  #: -
    """Matches; a bytearray keeps its size for as long as a view of it is `kept`."""
    for spans in every:
        yield _match(pattern, string, spans, pos, endpos)


class SRE_Scanner:  #: -
    __module__ = '_sre'

    def __init__(self, pattern, string, pos, endpos):
        self.pattern, self._all = pattern, pattern.finditer(string, pos, endpos)
        self._rest, self._empty = (string, pos, len(string) if endpos == _WHOLE else endpos), -1

    def search(self):
        return next(self._all, None)

    def match(self):
        if self._rest is None:
            return None
        string, pos, endpos = self._rest
        found = self.pattern.match(string, pos, endpos)
        if found is None or found.end() == found.start() == self._empty:
            self._rest = None
            return None
        self._rest, self._empty = (string, found.end(), endpos), found.end() if found.end() == found.start() else -1
        return found


def _sliced(string):
    """What parts are taken of: of any buffer they are bytes, of a str of a class of its own plain ones."""
    if type(string) is str or type(string) is bytes:
        return string
    return ''.join([string]) if isinstance(string, str) else bytes(string)


def _match(pattern, string, spans, pos, endpos):
    made = object.__new__(Match)
    made.re, made.string, made._spans = pattern, string, spans
    made.pos = max(0, min(pos, len(string)))
    made.endpos = len(string) if endpos is None else max(0, min(endpos, len(string)))
    return made


class Match:  #: -
    """A match: the text of the groups and where they stand."""
    __slots__ = 're', 'string', 'pos', 'endpos', '_spans'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    def _number(self, group):
        if isinstance(group, int):
            if 0 <= group <= self.re.groups:
                return group
        elif isinstance(group, (str, bytes)):
            found = self.re._index.get(group)
            if found is not None:
                return found
        elif hasattr(type(group), '__index__'):
            return self._number(group.__index__())
        elif self.re._index:
            hash(group)
        raise IndexError('no such group')

    def _text(self, group, default=None):
        start, end = self._spans[group * 2:group * 2 + 2]
        string = self.string
        if type(string) is not str and type(string) is not bytes:
            string = _sliced(string)
        return string[start:end] if end >= 0 else default

    def group(self, *groups):
        if not groups:
            return self._text(0)
        found = tuple([self._text(self._number(group)) for group in groups])
        return found[0] if len(found) == 1 else found

    __iter__ = None

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(group, default) for name, group in self.re._index.items()}

    def span(self, group=0, /):
        number = self._number(group) * 2
        return (self._spans[number], self._spans[number + 1]) if self._spans[number + 1] >= 0 else (-1, -1)

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    @property
    def regs(self):
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        best, last = -1, None
        for group in range(1, self.re.groups + 1):
            end = self._spans[group * 2 + 1]
            if end > best:
                best, last = end, group
        return last

    @property
    def lastgroup(self):
        last = self.lastindex
        return next((name for name, group in self.re._index.items() if group == last), None)

    def expand(self, template):
        made = _compiled(self.re, template)
        return made if isinstance(made, (str, bytes)) else made(self)

    def __repr__(self):
        return f'<re.Match object; span={self.span()!r}, match={repr(self._text(0))[:50]}>'

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 're.Match' object")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


Pattern.__module__ = Match.__module__ = 're'


def _compiled(pattern, source):  #: -
    hash(source)
    return _compile_template(pattern, source)


def _compile_template(pattern, source):  #: in re/__init__.py
    return _template(pattern, source)  #: 377 return _sre.template(pattern, «_parser.parse_template(repl, pattern)»)


def _decoded(source):  #: in re/_parser.py __init__
    return str(source, 'latin1')  #: 234 string = «str(string, 'latin1')»


def _template(pattern, source):  #: in re/_parser.py parse_template
    """A replacement: plain text, or a function of the match."""
    text = source if isinstance(source, str) else _decoded(source)  #: 1000 s = «Tokenizer(source)»
    if '\\' not in text:
        return source

    def fail(message, at):  #: -
        raise PatternError(message, source, at)
    parts, at, plain = [], 0, ''

    def refer(number, where):  #: in re/_parser.py addgroup
        nonlocal plain
        if number > pattern.groups:
            fail(f'invalid group reference {number}', where)  #: 1015 raise s.error("invalid group reference %d" % index, pos)
        parts.extend((plain, number))
        plain = ''
    while at < len(text):
        c = text[at]
        at += 1
        if c != '\\':
            plain += c
            continue
        if at >= len(text):
            fail('bad escape (end of pattern)', at - 1)
        c = text[at]
        at += 1
        if c == 'g':
            if text[at:at + 1] != '<':
                fail('missing <', at)  #: 1028 raise s.error("missing <")
            end = text.find('>', at)
            if end < 0:
                fail('missing >, unterminated name' if text[at + 1:] else 'missing group name', at + 1)  #: 1029 name = «s.getuntil(">", "group name")»
            name = text[at + 1:end]
            if not name:
                fail('missing group name', at + 1)
            if name.isdigit() and name.isascii():
                refer(int(name), at + 1)
            elif isinstance(pattern.pattern, bytes) and not name.isascii():
                fail(f'bad character in group name {ascii(name)}', at + 1)
            elif not name.isidentifier():
                fail(f'bad character in group name {name!r}', at + 1)
            elif name not in pattern._index:
                raise IndexError(f'unknown group name {name!r}')  #: 1035 raise IndexError("unknown group name %r" % name) from None
            else:
                refer(pattern._index[name], at + 1)
            at = end + 1
        elif c == '0':
            digits = ''
            while len(digits) < 2 and text[at:at + 1] and text[at] in '01234567':
                digits += text[at]
                at += 1
            plain += chr(int('0' + digits, 8) & 255)
        elif c.isdigit() and c.isascii():
            digits, where = c, at - 1
            if text[at:at + 1].isdigit():
                digits += text[at]
                at += 1
                if c < '8' and digits[1] in '01234567' and text[at:at + 1] and text[at] in '01234567':
                    digits += text[at]
                    at += 1
                    if int(digits, 8) > 255:
                        fail(f'octal escape value \\{digits} outside of range 0-0o377', where - 1)  #: 1066 raise s.error('octal escape value %s outside of '⏎              'range 0-0o377' % this, len(this))
                    plain += chr(int(digits, 8))
                    continue
            refer(int(digits), where)  #: 1070 «addgroup(int(this[1:]), len(this) - 1)»
        elif c in _ESCAPES:
            plain += chr(_ESCAPES[c])
        elif c.isalpha() and c.isascii():
            fail(f'bad escape \\{c}', at - 2)  #: 1076 raise s.error('bad escape %s' % this, len(this)) from None
        else:
            plain += '\\' + c
    parts.append(plain)
    if not isinstance(source, str):
        parts = [part.encode('latin-1') if isinstance(part, str) else part for part in parts]
    if len(parts) == 1:
        return parts[0]
    empty = source[:0]

    def expand(match):
        return empty.join([match._text(part, empty) if isinstance(part, int) else part for part in parts])
    return expand


_SETS_TO_COME = {'-': 'set difference', '&': 'set intersection', '~': 'set symmetric difference', '|': 'set union'}


def compile(pattern, flags=0):  #: in re/__init__.py
    return _compile(pattern, flags)  #: 289 return «_compile(pattern, flags)»


def purge():
    _cache.clear()
    _plain.clear()


class _Zero(int):
    """What was not given."""


_ZERO = _Zero()


def _positional(name, what, least, args, count, flags):
    """The arguments that should have been given by their names."""
    for given, word in zip((count, flags), (what, 'flags')[:len(args)]):
        if given is not _ZERO:
            raise TypeError(f'{name}() got multiple values for argument {word!r}')
    if len(args) > 2:
        raise TypeError(f'{name}() takes from {least} to {least + 2} positional arguments but {least + len(args)} were given')
    import warnings
    warnings.warn(f'{what!r} is passed as positional argument', DeprecationWarning, stacklevel=2)
    return args[0], args[1] if len(args) > 1 else flags


def match(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 167 return «_compile(pattern, flags)».match(string)
    return compiled.match(string)  #: 167 return «_compile(pattern, flags).match(string)»


def fullmatch(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 172 return «_compile(pattern, flags)».fullmatch(string)
    return compiled.fullmatch(string)  #: 172 return «_compile(pattern, flags).fullmatch(string)»


def search(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 177 return «_compile(pattern, flags)».search(string)
    return compiled.search(string)  #: 177 return «_compile(pattern, flags).search(string)»


def sub(pattern, repl, string, *args, count=_ZERO, flags=_ZERO):
    if args:
        count, flags = _positional('sub', 'count', 3, args, count, flags)
    compiled = _compile(pattern, flags)  #: 208 return «_compile(pattern, flags)».sub(repl, string, count)
    return compiled.sub(repl, string, count)  #: 208 return «_compile(pattern, flags).sub(repl, string, count)»


def subn(pattern, repl, string, *args, count=_ZERO, flags=_ZERO):
    if args:
        count, flags = _positional('subn', 'count', 3, args, count, flags)
    compiled = _compile(pattern, flags)  #: 238 return «_compile(pattern, flags)».subn(repl, string, count)
    return compiled.subn(repl, string, count)  #: 238 return «_compile(pattern, flags).subn(repl, string, count)»


def split(pattern, string, *args, maxsplit=_ZERO, flags=_ZERO):
    if args:
        maxsplit, flags = _positional('split', 'maxsplit', 2, args, maxsplit, flags)
    compiled = _compile(pattern, flags)  #: 267 return «_compile(pattern, flags)».split(string, maxsplit)
    return compiled.split(string, maxsplit)  #: 267 return «_compile(pattern, flags).split(string, maxsplit)»


sub.__text_signature__ = subn.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
split.__text_signature__ = '(pattern, string, maxsplit=0, flags=0)'


def findall(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 278 return «_compile(pattern, flags)».findall(string)
    return compiled.findall(string)  #: 278 return «_compile(pattern, flags).findall(string)»


def finditer(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 285 return «_compile(pattern, flags)».finditer(string)
    return compiled.finditer(string)  #: 285 return «_compile(pattern, flags).finditer(string)»


_special = {c: '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return ''.join([_special.get(c, c) for c in pattern])
    pattern = str(pattern, 'latin1')  #: 312
    return escape(pattern).encode('latin1')


from _frames import extension as _extension, final as _final, set_once as _set_once, type_name as _type_name
_extension(Pattern, Match)
_final(Pattern, Match, SRE_Scanner)
_set_once(Pattern, 'pattern', 'flags', 'groups')
_set_once(Match, 're', 'string', 'pos', 'endpos')
_shortcuts(1, Pattern, Match, _plain, search, match, fullmatch, _compile, _match)


_OF_FLAGS = frozenset(('RegexFlag', 'NOFLAG', 'A', 'ASCII', 'I', 'IGNORECASE', 'L', 'LOCALE', 'U', 'UNICODE', 'M', 'MULTILINE',
                       'S', 'DOTALL', 'X', 'VERBOSE', 'DEBUG'))


def __getattr__(name):
    if name not in _OF_FLAGS:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    global _FLAGS
    from _re_flags import RegexFlag
    _FLAGS = RegexFlag
    globals().update(RegexFlag.__members__, RegexFlag=RegexFlag)
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_OF_FLAGS})


class Scanner:
    """Splits a text into tokens: pairs of a pattern and what is made of its match."""

    def __init__(self, lexicon, flags=0):
        self.lexicon, self._groups, at = lexicon, {}, 1
        for phrase, action in lexicon:
            self._groups[at] = action
            at += compile(phrase, flags).groups + 1
        self.scanner = compile('|'.join(f'({phrase})' for phrase, _ in lexicon), flags)
        self.match = None

    def scan(self, string):
        """What the actions give for the tokens, and what is left of the text."""
        result, at = [], 0
        while (found := self.scanner.match(string, at)) is not None and found.end() > at:
            group = next(n for n in self._groups if found.start(n) >= 0)
            action, at = self._groups[group], found.end()
            if callable(action):
                self.match = found
                action = action(self, found.group())  #: 424 action = «action(self, m.group())»
            if action is not None:
                result.append(action)
        return result, string[at:]
