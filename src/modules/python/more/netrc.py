"""Reads .netrc: names and passwords by host."""
import os as _os

__all__ = ['netrc', 'NetrcParseError']


class NetrcParseError(Exception):
    """The file is not as it should be."""

    def __init__(self, msg, filename=None, lineno=None):
        self.filename, self.lineno, self.msg = filename, lineno, msg
        super().__init__(msg)

    def __str__(self):
        return f'{self.msg} ({self.filename}, line {self.lineno})'


class _Words:
    """The words of a file: between blanks, or within double quotes; a backslash takes what follows as it is."""

    def __init__(self, file):
        self.file, self.line, self.kept = file, 1, []

    def character(self):
        found = self.file.read(1)
        self.line += found == '\n'
        return found

    def rest_of_line(self):
        """Which CPython does not count."""
        return self.file.readline()

    def word(self):
        if self.kept:
            return self.kept.pop(0)
        found, end = '', '\n\t\r '
        for one in iter(self.character, ''):
            if one not in end:
                break
        else:
            return ''
        if one == '"':
            end, one = '"', self.character()
        while one and one not in end:
            found += self.character() if one == '\\' else one
            one = self.character()
        return found


def _check_private(found):  #: in netrc.py _security_check
    """Passwords in the home directory must be for their owner alone."""
    if found.st_uid != _os.getuid():
        import pwd
        names = []
        for number in found.st_uid, _os.getuid():
            try:
                names.append(pwd.getpwuid(number)[0])
            except KeyError:
                names.append(f'uid {number}')
        raise NetrcParseError(f"~/.netrc file owner ({', '.join(names)}) does not match current user")  #: 157 raise NetrcParseError(⏎    (f"~/.netrc file owner ({fowner}, {user}) does not match"⏎     " current user"))
    if found.st_mode & 0o77:
        raise NetrcParseError('~/.netrc access too permissive: access permissions must restrict access to only the owner')  #: 161 raise NetrcParseError(⏎    "~/.netrc access too permissive: access"⏎    " permissions must restrict access to only"⏎    " the owner")


class netrc:
    """What a file says of hosts: `hosts` has (login, account, password) of each, `macros` lines."""

    def __init__(self, file=None):
        is_default = file is None
        if is_default:
            file = _os.path.join(_os.path.expanduser('~'), '.netrc')
        self.hosts, self.macros = {}, {}
        try:
            with open(file, encoding='utf-8') as opened:  #: 74 with «open(file, encoding="utf-8")» as fp:
                self._parse(file, opened, is_default)  #: 75 self._parse(file, fp, default_netrc)
        except UnicodeDecodeError:
            with open(file, encoding='locale') as opened:  #: 77 with «open(file, encoding="locale")» as fp:
                self._parse(file, opened, is_default)  #: 78 self._parse(file, fp, default_netrc)

    def _parse(self, name, file, is_default=False):
        words = _Words(file)
        while True:
            line, word = words.line, words.word()
            if not word:
                return
            if word[0] == '#':
                if words.line == line and len(word) == 1:
                    words.rest_of_line()
                continue
            if word == 'machine':
                entry = words.word()
            elif word == 'default':
                entry = 'default'
            elif word == 'macdef':
                lines = self.macros[words.word()] = []
                while (line := words.rest_of_line()) != '\n':
                    if not line:
                        raise NetrcParseError('Macro definition missing null line terminator.', name, words.line)  #: 102 raise NetrcParseError(⏎    "Macro definition missing null line terminator.",⏎    file, lexer.lineno)
                    lines.append(line)
                continue
            else:
                raise NetrcParseError(f'bad toplevel token {word!r}', name, words.line)  #: 113 raise NetrcParseError(⏎    "bad toplevel token %r" % tt, file, lexer.lineno)
            if not entry:
                raise NetrcParseError(f'missing {word!r} name', name, words.line)  #: 117 raise NetrcParseError("missing %r name" % tt, file, lexer.lineno)
            found = {'login': '', 'account': '', 'password': ''}
            self.hosts[entry] = {}
            while True:
                line = words.line
                word = words.word()
                if word.startswith('#'):
                    if words.line == line:
                        words.rest_of_line()
                    continue
                if word in ('', 'machine', 'default', 'macdef'):
                    break
                key = 'login' if word == 'user' else word
                if key not in found:
                    raise NetrcParseError(f'bad follower token {word!r}', name, words.line)  #: 140 raise NetrcParseError("bad follower token %r" % tt,⏎                      file, lexer.lineno)
                found[key] = words.word()
            self.hosts[entry] = tuple(found.values())
            words.kept.append(word)
            if is_default and self.hosts[entry][0] != 'anonymous':
                _check_private(_os.fstat(file.fileno()))  #: 142 self._security_check(fp, default_netrc, self.hosts[entryname][0])

    def authenticators(self, host):
        """(login, account, password), or None."""
        return self.hosts.get(host, self.hosts.get('default'))

    def __repr__(self):
        text = ''
        for host, (login, account, password) in self.hosts.items():
            text += f'machine {host}\n\tlogin {login}\n'
            text += f'\taccount {account}\n' if account else ''
            text += f'\tpassword {password}\n'
        for macro, lines in self.macros.items():
            text += f'macdef {macro}\n' + ''.join(lines) + '\n'
        return text
