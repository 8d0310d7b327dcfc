"""Conditions as test and [ have them."""
import os
from _command_lines import Failed, say


def _of_kind(kind):
    def is_of_kind(path):
        import stat
        return os.path.exists(path) and getattr(stat, 'S_IS' + kind)(os.stat(path).st_mode)
    return is_of_kind


def _or_program(test):
    """The machine's programs are no files, and are asked for as such."""
    import _programs
    return lambda path: '/' in path and _programs.find(path) is not None or test(path)


class _Condition:
    """What `test` is asked, read word by word. `dash`: as that words its errors."""
    FILES = {'-e': _or_program(os.path.exists), '-f': _or_program(os.path.isfile), '-d': os.path.isdir,
             '-L': os.path.islink, '-h': os.path.islink,
             '-s': _or_program(lambda path: os.path.exists(path) and os.path.getsize(path) > 0),
             '-r': _or_program(lambda path: os.access(path, os.R_OK)), '-w': _or_program(lambda path: os.access(path, os.W_OK)),
             '-x': _or_program(lambda path: os.access(path, os.X_OK)),
             '-p': _of_kind('FIFO'), '-S': _of_kind('SOCK'), '-c': _of_kind('CHR'), '-b': _of_kind('BLK')}
    NUMBERS = {'-eq': '__eq__', '-ne': '__ne__', '-lt': '__lt__', '-le': '__le__', '-gt': '__gt__', '-ge': '__ge__'}
    TEXTS = {'=': '__eq__', '==': '__eq__', '!=': '__ne__', '<': '__lt__', '>': '__gt__'}
    TIMES = ('-nt', '-ot', '-ef')

    def __init__(self, words, name, dash):
        self.words, self.at, self.name, self.dash = words, 0, name, dash

    def fail(self, words):
        say(f'{self.name}: {words}')
        raise Failed(2)

    def left(self):
        return self.words[self.at:]

    def either(self):
        found = self.both()
        while self.left()[:1] == ['-o']:
            self.at += 1
            found = self.both() or found
        return found

    def both(self):
        found = self.one()
        while self.left()[:1] == ['-a']:
            self.at += 1
            found = self.one() and found
        return found

    def binary(self, left):
        return len(left) > 2 and (left[1] in self.NUMBERS or left[1] in self.TEXTS and (left[1] != '==' or not self.dash)
                                  or left[1] in self.TIMES)

    def one(self):
        left = self.left()
        if not left:
            self.fail('argument expected')
        if self.binary(left):
            self.at += 3
            return self.compare(*left[:3])
        if left[0] == '!' and len(left) > 1:
            self.at += 1
            return not self.one()
        if left[0] == '(' and len(left) > 2:
            self.at += 1
            found = self.either()
            if self.left()[:1] != [')']:
                self.fail('closing paren expected')
            self.at += 1
            return found
        if len(left) > 1 and left[0] in ('-n', '-z', '-t') + tuple(self.FILES):
            self.at += 2
            if left[0] == '-t':
                return False
            return bool(left[1]) == (left[0] == '-n') if left[0] in '-n-z' else self.FILES[left[0]](left[1])
        self.at += 1
        return bool(left[0])

    def compare(self, a, operator, b):
        if operator in self.TIMES:
            if operator == '-ef':
                return os.path.exists(a) and os.path.exists(b) and os.path.samefile(a, b)
            a, b = (os.stat(path).st_mtime if os.path.exists(path) else -1 for path in (a, b))
            return a > b if operator == '-nt' else a < b
        if operator in self.TEXTS:
            return getattr(a, self.TEXTS[operator])(b)
        return getattr(self.number(a), self.NUMBERS[operator])(self.number(b))

    def number(self, text):
        try:
            return int(text)
        except ValueError:
            self.fail(f'Illegal number: {text}' if self.dash else f'invalid integer ‘{text}’')


def test(args, name='test', dash=False):
    """The conditions of `test`."""
    if not args:
        return 1
    if len(args) == 1:
        return int(not args[0])
    condition = _Condition(args, name, dash)
    found = condition.either()
    if left := condition.left():
        condition.fail(f'{args[0] if condition.at == 1 else left[0]}: unexpected operator' if dash else f'extra argument ‘{left[0]}’')
    return int(not found)


def bracket(args, name='[', dash=False):
    if args[-1:] != [']']:
        say(f'{name}: missing ]' if dash else f'{name}: missing ‘]’')
        return 2
    return test(args[:-1], name, dash)


PROGRAMS = {'test': test, '[': bracket}
