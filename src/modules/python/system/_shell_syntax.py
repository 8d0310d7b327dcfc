"""The syntax of `sh`: text to commands, which are tuples and lists of plain data.

A word is a list of parts: ('text', quoted, text), ('param', quoted, name, operator, word), ('cmd', quoted, list) or
('math', quoted, word). A list has items (background, [(connector, (turned, commands))], text)."""

_OPERATORS = ('&&', '||', ';;', '<<-', '<<', '>>', '>&', '<&', '<>', '>|', ';', '&', '|', '<', '>', '(', ')', '\n')
_REDIRECTIONS = ('<', '>', '>>', '<<', '<<-', '>&', '<&', '<>', '>|')
RESERVED = ('if', 'then', 'elif', 'else', 'fi', 'for', 'in', 'do', 'done', 'while', 'until', 'case', 'esac', '!', '{', '}')
# Commands of the shell's own whose errors end it, and whose names no function has.
SPECIAL = ('.', ':', 'break', 'continue', 'eval', 'exec', 'exit', 'export', 'readonly', 'return', 'set', 'shift', 'times',
           'trap', 'unset')
# What ends a list of commands.
_ENDS = ('', ')', ';;', 'then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}', '\n')
_PARAMETERS = tuple('?$!#@*-0123456789')


class Problem(Exception):
    """What is wrong with the text, and at which line."""

    def __init__(self, words, line):
        self.words, self.line = words, line


class Parser:
    def __init__(self, text, line=1):
        self.text, self.at, self.number = text, 0, line
        self.ahead, self.documents = None, []

    def fail(self, words):
        raise Problem(words, self.number)

    # Tokens.

    def token(self):
        """(kind, value, end): an operator, the number before a redirection, a word, or the end."""
        if self.ahead is None:
            self.skip_blanks()
            text, at = self.text, self.at
            if at >= len(text):
                self.ahead = ('end', None, at)
                return self.ahead
            digits = at
            while text[digits:digits + 1].isdigit():
                digits += 1
            operator = next((o for o in _OPERATORS if text.startswith(o, at)), None)
            if operator is not None:
                self.ahead = ('op', operator, at + len(operator))
            elif digits > at and text[digits:digits + 1] in ('<', '>'):
                self.ahead = ('number', int(text[at:digits]), digits)
            else:
                word = self.word()
                self.ahead = ('word', word, self.at)
                self.start = at
                self.at = at
        return self.ahead

    def take(self):
        kind, value, end = self.token()
        self.at, self.ahead = end, None
        if kind == 'op' and value == '\n':
            self.number += 1
            self.read_documents()
        return value

    def skip_blanks(self):
        text = self.text
        while self.at < len(text):
            if text[self.at] in ' \t':
                self.at += 1
            elif text.startswith('\\\n', self.at):
                self.number += 1
                self.at += 2
            elif text[self.at] == '#':
                while self.at < len(text) and text[self.at] != '\n':
                    self.at += 1
            else:
                return

    def name(self):
        """An operator, a reserved word, or None for another word; '' at the end."""
        kind, value, _ = self.token()
        if kind == 'op':
            return value
        if kind == 'end':
            return ''
        if kind == 'word' and len(value) == 1 and value[0][0] == 'text' and not value[0][1] and value[0][2] in RESERVED:
            return value[0][2]
        return None

    def unexpected(self, wanted=None):
        name = self.name()
        shown = 'end of file' if name == '' else 'newline' if name == '\n' else 'word' if name is None else f'"{name}"'
        if self.token()[0] == 'op' and name in _REDIRECTIONS:
            shown = 'redirection'
        self.number += name == '\n'
        wanted = wanted if wanted in (None, 'word') else f'"{wanted}"'
        self.fail(f'Syntax error: {shown} unexpected' + (f' (expecting {wanted})' if wanted else ''))

    def expect(self, wanted):
        if self.name() != wanted:
            self.unexpected(wanted)
        self.take()

    def skip_lines(self):
        while self.name() == '\n':
            self.take()

    # Words.

    def word(self, stops=' \t\n;&|<>()'):
        parts, text = [], self.text
        while self.at < len(text) and text[self.at] not in stops:
            c = text[self.at]
            if c == "'":
                close = text.find("'", self.at + 1)
                if close < 0:
                    self.fail('Syntax error: Unterminated quoted string')
                parts.append(('text', True, text[self.at + 1:close]))
                self.number += text.count('\n', self.at, close)
                self.at = close + 1
            elif c == '"':
                self.at += 1
                parts.append(('text', True, ''))
                parts += self.quoted('"')
                self.at += 1
            elif c == '\\':
                if text[self.at + 1:self.at + 2] == '\n':
                    self.number += 1
                else:
                    parts.append(('text', True, text[self.at + 1:self.at + 2] or '\\'))
                self.at += 2
            elif c == '$':
                parts.append(self.dollar(False))
            elif c == '`':
                parts.append(self.back_quotes(False))
            else:
                if parts and parts[-1][:2] == ('text', False):
                    parts[-1] = ('text', False, parts[-1][2] + c)
                else:
                    parts.append(('text', False, c))
                self.at += 1
        self.at = min(self.at, len(text))
        return parts

    def quoted(self, end):
        """What stands in double quotes, or in a document (end: '')."""
        parts, text, piece, escapable = [], self.text, '', (end, '"') if end else ()

        def flush():
            nonlocal piece
            if piece:
                parts.append(('text', True, piece))
                piece = ''
        while self.at < len(text):
            c = text[self.at]
            if end and c == end:
                break
            self.number += c == '\n'
            if c == '\\' and text[self.at + 1:self.at + 2] in ('\\', '$', '`', '\n', *escapable):
                piece += '' if text[self.at + 1] == '\n' else text[self.at + 1]
                self.number += text[self.at + 1] == '\n'
                self.at += 2
            elif c == '"' and end == '}':
                # Quotes within a quoted `${…}` are neither part of it nor its end.
                self.at += 1
            elif c == '$':
                flush()
                parts.append(self.dollar(True))
            elif c == '`':
                flush()
                parts.append(self.back_quotes(True))
            else:
                piece += c
                self.at += 1
        else:
            if end:
                self.fail('Syntax error: Unterminated quoted string' if end == '"' else 'Syntax error: Missing \'}\'')
        flush()
        return parts

    def back_quotes(self, quoted):
        at, inner, text = self.at + 1, '', self.text
        while at < len(text) and text[at] != '`':
            if text[at] == '\\' and text[at + 1:at + 2] in ('\\', '$', '`') + (('"',) if quoted else ()):
                at += 1
            inner += text[at:at + 1]
            at += 1
        if at >= len(text):
            self.fail('Syntax error: EOF in backquote substitution')
        self.at = at + 1
        commands = Parser(inner, self.number).program()
        self.number += inner.count('\n')
        return 'cmd', quoted, commands

    def dollar(self, quoted):
        text, at = self.text, self.at + 1
        if text.startswith('((', at):
            found = self.arithmetic(quoted)
            if found is not None:
                return found
        if text.startswith('(', at):
            self.at = at + 1
            outer, self.ahead, documents, self.documents = self.ahead, None, self.documents, []
            items = self.list()
            if self.name() != ')':
                self.unexpected(')')
            self.take()
            self.ahead, self.documents = outer, documents
            return 'cmd', quoted, items
        if text.startswith('{', at):
            self.at = at + 1
            return self.braces(quoted)
        end = self.at = at + 1 if text[at:at + 1] in _PARAMETERS else self.name_end(at)
        return ('text', quoted, '$') if end == at else ('param', quoted, text[at:end], None, None)

    def name_end(self, at):
        """Where letters, digits and `_` end; a parameter of another kind is one character."""
        text, end = self.text, at
        while text[end:end + 1].isascii() and (text[end:end + 1].isalnum() or text[end:end + 1] == '_'):
            end += 1
        return end + (end == at and text[at:at + 1] in _PARAMETERS)

    def braces(self, quoted):
        text, start = self.text, self.at
        if text[start:start + 1] == '#' and (end := self.name_end(start + 1)) > start + 1 and text[end:end + 1] == '}':
            self.at = end + 1
            return 'param', quoted, text[start + 1:end], 'len', None
        end = self.name_end(start)
        operator = next((o for o in (':-', ':=', ':+', ':?', '%%', '##', '-', '=', '+', '?', '%', '#')
                         if text.startswith(o, end)), None)
        name, self.at = text[start:end], end
        if text[end:end + 1] == '}' and name:
            self.at += 1
            return 'param', quoted, name, None, None
        if operator is None or not name:
            close = text.find('}', end)
            if close < 0:
                self.fail('Syntax error: ' + ('Unterminated quoted string' if quoted else "Missing '}'"))
            self.at = close + 1
            return 'param', quoted, text[start:self.at - 1], 'bad', None
        self.at += len(operator)
        word = self.quoted('}') if quoted and operator[0] not in '%#' else self.word('}')
        if text[self.at:self.at + 1] != '}':
            self.fail("Syntax error: Missing '}'")
        self.at += 1
        return 'param', quoted, name, operator, word

    def arithmetic(self, quoted):
        """`$((…))`, or None if these are parentheses of another kind."""
        text, at, depth = self.text, self.at + 3, 0
        while at < len(text) and not (depth == 0 and text.startswith('))', at)):
            depth += (text[at] == '(') - (text[at] == ')')
            if depth < 0:
                return None
            at += 1
        if at >= len(text):
            self.fail("Syntax error: Missing '))'")
        inner = Parser(text[self.at + 3:at], self.number)
        self.number += text.count('\n', self.at, at)
        self.at = at + 2
        return 'math', quoted, inner.quoted('')

    # Documents.

    def read_documents(self):
        documents, self.documents = self.documents, []
        for place, end, plain, tabs in documents:
            lines = []
            while self.at < len(self.text):
                line, mark, _ = self.text[self.at:].partition('\n')
                self.at += len(line) + len(mark)
                self.number += 1
                line = line.lstrip('\t') if tabs else line
                if line == end:
                    break
                lines.append(line + mark)
            text = ''.join(lines)
            place.extend([('text', True, text)] if plain else Parser(text, self.number).quoted(''))

    # Commands.

    def program(self):
        items = self.list()
        if self.name() != '':
            self.unexpected()
        return items

    def line(self):
        """The commands up to a line's end; None at the end of the text."""
        self.skip_lines()
        if self.name() == '':
            return None
        items = self.list(True)
        if self.name() not in ('', '\n'):
            self.unexpected()
        if self.name() == '\n':
            self.take()
        return items

    def list(self, one_line=False, needed=None):
        """needed: the word that ends it, which must not stand first."""
        items = []
        while True:
            if not one_line:
                self.skip_lines()
            name = self.name()
            if name in _ENDS:
                if needed and not items:
                    self.unexpected()
                return items
            begin = self.begin()
            joined = [(';', self.pipeline())]
            while self.name() in ('&&', '||'):
                connector = self.take()
                self.skip_lines()
                joined.append((connector, self.pipeline()))
            text = self.text[begin:self.at].strip()
            name = self.name()
            items.append((name == '&', joined, text))
            if name in (';', '&') or name == '\n' and not one_line:
                self.take()
            elif name not in _ENDS:
                self.unexpected()
            else:
                return items

    def begin(self):
        self.token()
        return self.at

    def pipeline(self):
        turned = False
        while self.name() == '!':
            self.take()
            turned = not turned
        commands = [self.command()]
        while self.name() == '|':
            self.take()
            self.skip_lines()
            commands.append(self.command())
        return turned, commands

    def body(self, first, last):
        self.expect(first)
        items = self.list(needed=last)
        self.expect(last)
        return items

    def command(self):
        name = self.name()
        if name in ('if', 'while', 'until', 'for', 'case', '(', '{'):
            made = getattr(self, 'read_' + {'(': 'subshell', '{': 'group', 'until': 'while'}.get(name, name))()
            files = []
            while self.redirection(files):
                pass
            return *made, files
        return self.simple()

    def read_if(self):
        branches, other = [], []
        self.take()
        while True:
            condition = self.list(needed='then')
            self.expect('then')
            branches.append((condition, self.list(needed='fi')))
            if self.name() != 'elif':
                break
            self.take()
        if self.name() == 'else':
            self.take()
            other = self.list(needed='fi')
        self.expect('fi')
        return 'if', branches, other

    def read_while(self):
        turned = self.name() == 'until'
        self.take()
        condition = self.list(needed='do')
        return 'while', turned, condition, self.body('do', 'done')

    def read_for(self):
        self.take()
        kind, name, _ = self.token()
        if kind != 'word' or len(name) != 1 or name[0][0] != 'text' or not name[0][2].isidentifier():
            self.fail('Syntax error: Bad for loop variable')
        self.take()
        words = None
        self.skip_lines()
        if self.name() == 'in':
            self.take()
            words = []
            while self.token()[0] == 'word':
                words.append(self.take())
            if self.name() not in (';', '\n'):
                self.unexpected()
        if self.name() == ';':
            self.take()
        self.skip_lines()
        return 'for', name[0][2], words, self.body('do', 'done')

    def read_case(self):
        self.take()
        if self.token()[0] != 'word':
            self.unexpected('word')
        subject, branches = self.take(), []
        self.skip_lines()
        self.expect('in')
        self.skip_lines()
        while self.name() != 'esac':
            if self.name() == '(':
                self.take()
            patterns = []
            while True:
                if self.token()[0] != 'word':
                    self.unexpected(')' if self.name() == '' else None)
                patterns.append(self.take())
                if self.name() != '|':
                    break
                self.take()
            self.expect(')')
            branches.append((patterns, self.list()))
            if self.name() == ';;':
                self.take()
            elif self.name() != 'esac':
                self.unexpected(';;')
            self.skip_lines()
        self.take()
        return 'case', subject, branches

    def read_subshell(self):
        return 'subshell', self.body('(', ')')

    def read_group(self):
        return 'group', self.body('{', '}')

    def redirection(self, files):
        kind, value, _ = self.token()
        number = None
        if kind == 'number':
            number = self.take()
            value = self.name()
        elif kind != 'op' or value not in _REDIRECTIONS:
            return False
        self.take()
        if self.token()[0] != 'word':
            self.unexpected()
        word = self.take()
        number = (0 if value[0] == '<' else 1) if number is None else number
        if value in ('<<', '<<-'):
            place = []
            self.documents.append((place, ''.join(part[2] for part in word if part[0] == 'text'),
                                   any(part[1] for part in word), value == '<<-'))
            files.append((number, '<<', place))
        else:
            files.append((number, value, word))
        return True

    def simple(self):
        words, files, given, line = [], [], [], self.number
        while True:
            kind, value, _ = self.token()
            if kind == 'word':
                if not words and (assigned := _assignment(value)):
                    given.append(assigned)
                    self.take()
                    continue
                if not words and not given and not files and self.name() is not None:
                    self.unexpected()
                words.append(self.take())
            elif kind == 'op' and value == '(' and len(words) == 1 and not files and not given:
                self.take()
                if self.name() != ')':
                    self.unexpected(')')
                self.take()
                self.skip_lines()
                name = ''.join(part[2] for part in words[0] if part[0] == 'text')
                if not name.isidentifier() or name in SPECIAL:
                    self.fail('Syntax error: Bad function name')
                return 'function', name, self.command(), []
            elif not self.redirection(files):
                break
        if not words and not files and not given:
            self.unexpected()
        return 'simple', line, given, words, files


def _assignment(word):
    """(name, word) of `name=word`."""
    kind, quoted, text, *_ = word[0] if word else ('', True, '')
    if kind != 'text' or quoted or '=' not in text:
        return None
    name, _, value = text.partition('=')
    if not (name.isidentifier() and name.isascii()):
        return None
    return name, ([('text', False, value)] if value else []) + list(word[1:])
