"""Words as a shell splits them."""
import collections as _collections
import io as _io
import sys as _sys

__all__ = ['shlex', 'split', 'quote', 'join']
_PLAIN = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-')
_ACCENTED = 'ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'


class shlex:
    """Reads a text token by token. A state is what the token so far is: None at the end, a quote within one."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        self.instream = _io.StringIO(instream) if isinstance(instream, str) else _sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix, self.eof = posix, None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_' + (_ACCENTED if posix else '')
        self.whitespace, self.whitespace_split = ' \t\r\n', False
        self.quotes, self.escape, self.escapedquotes = '\'"', '\\', '"'
        self.state, self.pushback, self.lineno, self.debug, self.token = ' ', _collections.deque(), 1, 0, ''
        self.filestack, self.source = _collections.deque(), None
        self._punctuation_chars = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
        if punctuation_chars:
            self._pushback_chars = _collections.deque()
            self.wordchars += '~-./*?='
            self.wordchars = ''.join([c for c in self.wordchars if c not in self._punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """The tokens of another text come next."""
        newstream = _io.StringIO(newstream) if isinstance(newstream, str) else newstream
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = ' '

    def get_token(self):
        """The next token."""
        if self.pushback:
            return self.pushback.popleft()
        raw = self.read_token()  #: 109
        if self.source is not None:
            while raw == self.source:
                found = self.sourcehook(self.read_token())
                if found:
                    file, stream = found
                    self.push_source(stream, file)
                raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        return raw

    def _next(self):  #: -
        if self._punctuation_chars and self._pushback_chars:
            c = self._pushback_chars.pop()
        else:
            c = self.instream.read(1)
        if c == '\n':
            self.lineno += 1
        return c

    def _comment(self):
        self.instream.readline()
        self.lineno += 1

    def read_token(self):
        quoted, escaped, read = False, ' ', None if self._punctuation_chars else self.instream.read  #: 140 nextchar = «self.instream.read»(1)
        while True:
            if read is None:
                c = self._next()
            else:
                c = read(1)  #: 140 nextchar = «self.instream.read(1)»
                if c == '\n':
                    self.lineno += 1
            state = self.state
            if state is None:
                self.token = ''
                break
            if state == ' ':
                if not c:
                    self.state = None
                    break
                if c in self.whitespace:
                    if self.token or self.posix and quoted:
                        break
                elif c in self.commenters:
                    self._comment()
                elif self.posix and c in self.escape:
                    escaped, self.state = 'a', c
                elif c in self.wordchars:
                    self.token, self.state = c, 'a'
                elif c in self._punctuation_chars:
                    self.token, self.state = c, 'c'
                elif c in self.quotes:
                    self.token = self.token if self.posix else c
                    self.state = c
                elif self.whitespace_split:
                    self.token, self.state = c, 'a'
                else:
                    self.token = c
                    if self.token or self.posix and quoted:
                        break
            elif state in self.quotes:
                quoted = True
                if not c:
                    raise ValueError('No closing quotation')  #: 191 raise ValueError("No closing quotation")
                if c == state:
                    if not self.posix:
                        self.token += c
                        self.state = ' '
                        break
                    self.state = 'a'
                elif self.posix and c in self.escape and state in self.escapedquotes:
                    escaped, self.state = state, c
                else:
                    self.token += c
            elif state in self.escape:
                if not c:
                    raise ValueError('No escaped character')  #: 210 raise ValueError("No escaped character")
                # Within quotes a backslash stands for itself before anything but a quote or another backslash.
                if escaped in self.quotes and c != state and c != escaped:
                    self.token += state
                self.token += c
                self.state = escaped
            else:
                if not c:  #: 140 nextchar = «self.instream.read»(1)
                    self.state = None
                    break
                if c in self.whitespace:
                    self.state = ' '
                    if self.token or self.posix and quoted:
                        break
                elif c in self.commenters:
                    self._comment()
                    if self.posix:
                        self.state = ' '
                        if self.token or quoted:
                            break
                elif state == 'c':
                    if c in self._punctuation_chars:
                        self.token += c
                    else:
                        if c not in self.whitespace:
                            self._pushback_chars.append(c)
                        self.state = ' '
                        break
                elif self.posix and c in self.quotes:
                    self.state = c
                elif self.posix and c in self.escape:
                    escaped, self.state = 'a', c
                elif c in self.wordchars or c in self.quotes or self.whitespace_split and c not in self._punctuation_chars:
                    self.token += c
                else:
                    if self._punctuation_chars:
                        self._pushback_chars.append(c)
                    else:
                        self.pushback.appendleft(c)
                    self.state = ' '
                    if self.token or self.posix and quoted:
                        break
        result, self.token = self.token, ''
        return None if self.posix and not quoted and result == '' else result

    def sourcehook(self, newfile):
        """The file that a source statement names, opened."""
        import os
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile)

    def error_leader(self, infile=None, lineno=None):
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()  #: 300
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')  #: 308 raise ValueError("s argument must not be None")
    lex = shlex(s, posix=posix)
    lex.whitespace_split = True
    if not comments:
        lex.commenters = ''
    return list(lex)  #: 313


def quote(s):
    if not s:
        return "''"
    if not isinstance(s, str):
        if isinstance(s, (bytes, bytearray)):
            raise TypeError('cannot use a string pattern on a bytes-like object')  #: 327 if «_find_unsafe(s)» is None:
        raise TypeError(f"expected string or bytes-like object, got '{type(s).__name__}'")  #: 327 if «_find_unsafe(s)» is None:
    if all(c in _PLAIN for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join(quote(arg) for arg in split_command)  #: 318
