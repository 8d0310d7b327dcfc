"""`find`, in small, and `expr`."""
import fnmatch
import os
import re
import stat
import sys
from _command_lines import Failed, fail, put, say
from _grep import expression

_KINDS = {'f': 'S_ISREG', 'd': 'S_ISDIR', 'l': 'S_ISLNK', 'p': 'S_ISFIFO', 's': 'S_ISSOCK', 'c': 'S_ISCHR', 'b': 'S_ISBLK'}
# Tests that are given a word, and those of the real program that are not here.
_GIVEN = ('-name', '-iname', '-path', '-wholename', '-ipath', '-regex', '-iregex', '-type', '-size', '-newer', '-mtime', '-mmin',
          '-perm', '-maxdepth', '-mindepth')
_LACKING = ('-user', '-group', '-uid', '-gid', '-ctime', '-atime', '-cmin', '-amin', '-anewer', '-cnewer', '-inum', '-links',
            '-printf', '-fprint', '-ls', '-ok', '-okdir', '-execdir', '-xdev', '-mount', '-nouser', '-follow', '-samefile',
            '-readable', '-writable', '-executable', '-daystart', '-H', '-L')
_UNITS = {'': 512, 'b': 512, 'c': 1, 'w': 2, 'k': 1024, 'M': 1024 ** 2, 'G': 1024 ** 3}


class _Found:
    """A place, how deep it is, and whether what is in it is looked at."""

    def __init__(self, path, depth):
        self.path, self.depth, self.pruned = path, depth, False
        self.status = os.lstat(path)
        self.name = path.rstrip('/').rpartition('/')[2] or path

    def is_dir(self):
        return stat.S_ISDIR(self.status.st_mode)


class _Find:
    def __init__(self, args):
        at = 0
        while at < len(args) and args[at][:1] not in ('-', '(', '!', ','):
            at += 1
        self.places, self.words, self.at = args[:at] or ['.'], args[at:], 0
        self.least, self.most, self.depth_first, self.acts, self.status, self.batches = 0, None, False, False, 0, []
        self.test = self.either() if self.words else lambda found: True
        if self.left():
            fail('find', "paths must precede expression: `{0}'".format(self.left()) if self.left() != ')' else
                 'you have too many \')\'', hint=False)

    def left(self):
        return self.words[self.at] if self.at < len(self.words) else None

    def next(self):
        self.at += 1
        return self.words[self.at - 1]

    # What it is asked, read word by word.

    def either(self):
        tests = [self.both()]
        while self.left() in ('-o', '-or'):
            self.at += 1
            tests.append(self.both())
        return tests[0] if len(tests) == 1 else lambda found: any(test(found) for test in tests)

    def both(self):
        tests = [self.single()]
        while self.left() not in (None, '-o', '-or', ')', ','):
            if self.left() in ('-a', '-and'):
                self.at += 1
            tests.append(self.single())
        return tests[0] if len(tests) == 1 else lambda found: all(test(found) for test in tests)

    def single(self):
        word = self.left()
        if word is None or word == ')':
            fail('find', 'invalid expression; expected to find a \')\' but didn\'t see one. Perhaps you need an extra predicate '
                         "after '('" if word else "expected an expression after '-o'", hint=False)
        self.at += 1
        if word == '(':
            test = self.either()
            if self.left() != ')':
                fail('find', "invalid expression; I was expecting to find a ')' somewhere but did not see one.", hint=False)
            self.at += 1
            return test
        if word in ('!', '-not'):
            test = self.single()
            return lambda found: not test(found)
        if word in _GIVEN:
            if self.left() is None:
                fail('find', f"missing argument to `{word}'", hint=False)
            return self.given(word, self.next())
        return self.plain(word)

    def given(self, word, value):
        if word in ('-name', '-iname'):
            test = _shaped(value, word == '-iname')
            return lambda found: test(found.name)
        if word in ('-path', '-wholename', '-ipath'):
            test = _shaped(value, word == '-ipath')
            return lambda found: test(found.path)
        if word in ('-regex', '-iregex'):
            pattern = re.compile(expression(value, False), re.I if word == '-iregex' else 0)
            return lambda found: pattern.fullmatch(found.path) is not None
        if word == '-type':
            for kind in value.split(','):
                if kind not in _KINDS:
                    fail('find', f'Unknown argument to -type: {kind}', hint=False)
            return lambda found: any(getattr(stat, _KINDS[kind])(found.status.st_mode) for kind in value.split(','))
        if word == '-newer':
            try:
                time = os.stat(value).st_mtime_ns
            except OSError as error:
                fail('find', f'‘{value}’: {error.strerror}', hint=False)
            return lambda found: found.status.st_mtime_ns > time
        if word == '-perm':
            mode = int(value.lstrip('-/'), 8)
            return (lambda found: found.status.st_mode & mode == mode if value[0] == '-' else
                    bool(found.status.st_mode & mode) if value[0] == '/' else found.status.st_mode & 0o7777 == mode)
        if word in ('-maxdepth', '-mindepth'):
            if not value.isdigit():
                fail('find', f'Expected a positive decimal integer argument to {word}, but got ‘{value}’', hint=False)
            if word == '-maxdepth':
                self.most = int(value)
            else:
                self.least = int(value)
            return lambda found: True
        return self.counted(word, value)

    def counted(self, word, value):
        shape = re.fullmatch(r'([-+]?)(\d+)([bcwkMG]?)', value)
        if shape is None or shape[3] and word != '-size':
            fail('find', f"invalid argument `{value}' to `{word}'", hint=False)
        wanted = int(shape[2])

        def count(found):
            if word == '-size':
                return -(-found.status.st_size // _UNITS[shape[3]])
            import time
            return (time.time() - found.status.st_mtime) // (86400 if word == '-mtime' else 60)
        return lambda found: (count(found) > wanted if shape[1] == '+' else count(found) < wanted if shape[1] == '-' else
                              count(found) == wanted)

    def plain(self, word):
        if word in ('-print', '-print0'):
            self.acts = True
            return lambda found: put(found.path + ('\n' if word == '-print' else '\0')) or True
        if word == '-delete':
            self.acts = self.depth_first = True
            return self.delete
        if word == '-exec':
            return self.execution()
        if word == '-prune':
            return lambda found: setattr(found, 'pruned', True) or True
        if word == '-quit':
            self.acts = True
            return self.quit
        if word == '-depth':
            self.depth_first = True
            return lambda found: True
        if word in ('-true', '-false'):
            return lambda found: word == '-true'
        if word == '-empty':
            return lambda found: not (os.listdir(found.path) if found.is_dir() else found.status.st_size or
                                      not stat.S_ISREG(found.status.st_mode))
        if word in _LACKING:
            import _frames
            _frames.not_supported(f'find with {word}', 'another test, or Python')
        fail('find', f"unknown predicate `{word}'", hint=False)

    # What it does.

    def delete(self, found):
        try:
            (os.rmdir if found.is_dir() else os.remove)(found.path)
        except OSError as error:
            say(f'find: cannot delete ‘{found.path}’: {error.strerror}')
            self.status = 1
            return False
        return True

    def quit(self, found):
        self.run_batches()
        raise Failed(self.status)

    def execution(self):
        self.acts, words = True, []
        while self.left() not in (None, ';') and not (self.left() == '+' and words[-1:] == ['{}']):
            words.append(self.next())
        if self.left() is None:
            fail('find', "missing argument to `-exec'", hint=False)
        if self.next() == '+':
            batch = [words[:-1]]
            self.batches.append(batch)
            return lambda found: batch.append(found.path) or True
        return lambda found: self.execute([word.replace('{}', found.path) for word in words]) == 0

    def execute(self, words):
        import subprocess
        sys.stdout.flush()
        try:
            return subprocess.run(words).returncode
        except OSError as error:
            say(f'find: ‘{words[0]}’: {error.strerror}')
            return 1

    def run_batches(self):
        for words, *paths in self.batches:
            if paths and self.execute(words + paths):
                self.status = 1

    def walk(self, path, depth):
        try:
            found = _Found(path, depth)
        except OSError as error:
            say(f'find: ‘{path}’: {error.strerror}')
            self.status = 1
            return
        if not self.depth_first:
            self.ask(found)
        if found.is_dir() and not found.pruned and (self.most is None or depth < self.most):
            try:
                below = os.listdir(path)
            except OSError as error:
                say(f'find: ‘{path}’: {error.strerror}')
                self.status, below = 1, ()
            for name in below:
                self.walk(f'{path}{name}' if path.endswith('/') else f'{path}/{name}', depth + 1)
        if self.depth_first:
            self.ask(found)

    def ask(self, found):
        if found.depth >= self.least and self.test(found) and not self.acts:
            put(found.path + '\n')


def _shaped(pattern, any_case):
    made = re.compile(fnmatch.translate(pattern), re.I if any_case else 0)
    return lambda text: made.match(text) is not None


def _find(args):
    search = _Find(args)
    for place in search.places:
        search.walk(place, 0)
    search.run_batches()
    return search.status


# expr.

class _Expression:
    """The words, read one by one; numbers are texts here as well."""
    LEVELS = (('|',), ('&',), ('<', '<=', '=', '==', '!=', '>=', '>'), ('+', '-'), ('*', '/', '%'), (':',))

    def __init__(self, words):
        self.words, self.at = words, 0

    def left(self):
        return self.words[self.at] if self.at < len(self.words) else None

    def next(self):
        if self.left() is None:
            fail('expr', f'syntax error: missing argument after ‘{self.words[self.at - 1]}’', 2, False)
        self.at += 1
        return self.words[self.at - 1]

    def value(self, level=0):
        if level == len(self.LEVELS):
            return self.single()
        value = self.value(level + 1)
        while self.left() in self.LEVELS[level]:
            value = self.joined(value, self.next(), self.value(level + 1))
        return value

    def single(self):
        word = self.next()
        if word == '(':
            value = self.value()
            if self.left() is None:
                fail('expr', f"syntax error: expecting ')' after ‘{self.words[-1]}’", 2, False)
            if self.next() != ')':
                fail('expr', f"syntax error: expecting ')' instead of ‘{self.words[self.at - 1]}’", 2, False)
            return value
        if word == ')':
            fail('expr', "syntax error: unexpected ')'", 2, False)
        if word == '+' and self.left() is not None:
            return self.next()
        if word == 'length':
            return str(len(self.single()))
        if word == 'match':
            return self.joined(self.single(), ':', self.single())
        if word == 'index':
            text, wanted = self.single(), self.single()
            return str(next((at for at, c in enumerate(text, 1) if c in wanted), 0))
        if word == 'substr':
            text, begin, length = self.single(), self.single(), self.single()
            if not (_is_number(begin) and _is_number(length) and int(begin) > 0 and int(length) > 0):
                return ''
            return text[int(begin) - 1:int(begin) - 1 + int(length)]
        return word

    def joined(self, a, sign, b):
        if sign == '|':
            return a if _counts(a) else b if _counts(b) else '0'
        if sign == '&':
            return a if _counts(a) and _counts(b) else '0'
        if sign == ':':
            try:
                pattern = re.compile(expression(b, False))
            except (re.error, ValueError):
                fail('expr', 'Invalid regular expression', 2, False)
            found = pattern.match(a)
            if pattern.groups:
                return found[1] or '' if found else ''
            return str(found.end() if found else 0)
        if sign in self.LEVELS[2]:
            if _is_number(a) and _is_number(b):
                a, b = int(a), int(b)
            holds = {'<': a < b, '<=': a <= b, '=': a == b, '==': a == b, '!=': a != b, '>=': a >= b, '>': a > b}
            return str(int(holds[sign]))
        if not (_is_number(a) and _is_number(b)):
            fail('expr', 'non-integer argument', 2, False)
        a, b = int(a), int(b)
        if sign in '+-*':
            return str(a + b if sign == '+' else a - b if sign == '-' else a * b)
        if b == 0:
            fail('expr', 'division by zero', 2, False)
        quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
        return str(quotient if sign == '/' else a - quotient * b)


def _is_number(text):
    return text.removeprefix('-').isdigit() and text.isascii()


def _counts(text):
    return text != '' and not (_is_number(text) and int(text) == 0)


def _expr(args):
    args = args[1:] if args[:1] == ['--'] else args
    if not args:
        fail('expr', 'missing operand', 2)
    read = _Expression(args)
    value = read.value()
    if read.left() is not None:
        fail('expr', f'syntax error: unexpected argument ‘{read.left()}’', 2, False)
    put(value + '\n')
    return int(not _counts(value))


PROGRAMS = {'find': _find, 'expr': _expr}
