"""Reads a pattern into nodes, or tells what is wrong with it."""

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


_SETS_TO_COME = {'-': 'set difference', '&': 'set intersection', '~': 'set symmetric difference', '|': 'set union'}
