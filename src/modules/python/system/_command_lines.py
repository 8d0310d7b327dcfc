"""What the machine's programs share: their options, their input and output, the words of their errors."""
import sys


class Failed(Exception):
    """The program ends with this status; it has said why."""


def say(*words, end='\n'):
    sys.stdout.flush()
    print(*words, file=sys.stderr, end=end)


def fail(name, words, status=1, hint=True):
    if name == 'grep' and hint:
        words = f'{words}\nUsage: grep [OPTION]... PATTERNS [FILE]...'
    say(f'{name}: {words}' + (f"\nTry '{name} --help' for more information." if hint else ''))
    raise Failed(status)


def options(name, args, flags='', taking='', long={}, lacking='', status=1):
    """The options by their letters, and the operands, as getopt_long finds them. long: letters of long options;
    lacking: letters that the real program knows."""
    found, operands, args = {}, [], list(args)

    def missing(letter):
        if letter in lacking:
            import _frames
            _frames.not_supported(f'{name} with -{letter}', 'another option, or Python')
        fail(name, f"invalid option -- '{letter}'", status)
    while args:
        arg = args.pop(0)
        if arg == '--':
            operands += args
            break
        if arg[:2] == '--':
            word, given, value = arg[2:].partition('=')
            fits = [known for known in long if known.startswith(word)]
            if len(fits) != 1 and word not in fits:
                fail(name, f"unrecognized option '{arg}'", status)
            letter = long[word if word in fits else fits[0]]
            if letter not in flags + taking:
                missing(letter)
            if letter in taking and not given:
                if not args:
                    fail(name, f"option '{arg}' requires an argument", status)
                value = args.pop(0)
        elif arg[:1] == '-' and arg != '-':
            letter, value = arg[1], arg[2:]
            if letter in flags:
                if value:
                    args.insert(0, '-' + value)
                value = True
            elif letter not in taking:
                missing(letter)
            elif not value:
                if not args:
                    fail(name, f"option requires an argument -- '{letter}'", status)
                value = args.pop(0)
        else:
            operands.append(arg)
            continue
        if letter in flags:
            value = True
        found.setdefault(letter, []).append(value)
    return {letter: values[-1] if letter != 'e' and letter != 'k' else values for letter, values in found.items()}, operands


_UNITS = {'': 1, 'b': 512, **{letter + more: unit ** power for power, letter in enumerate('KMGTPE', 1)
                             for more, unit in (('', 1024), ('iB', 1024), ('B', 1000))}}
_UNITS.update(k=_UNITS['K'], kB=_UNITS['KB'], m=_UNITS['M'])


def number(name, text, what, units=False):
    """A whole number. units: it may end in K, MB …"""
    import re
    found = re.fullmatch(r'\s*([-+]?[0-9]+)([a-zA-Z]*)', text)
    if found is None or found[2] not in (_UNITS if units else ('',)):
        fail(name, f'{what}: ‘{text}’', hint=False)
    return int(found[1]) * _UNITS[found[2]]


def put(text):
    """Writes text, or bytes, as they are."""
    sys.stdout.buffer.write(text.encode('utf-8', 'surrogateescape') if isinstance(text, str) else text)


def text_of(data):
    return data.decode('utf-8', 'surrogateescape')


class Inputs:
    """The files named, or the input; `status` is 1 once one could not be read."""

    def __init__(self, name, operands, status=1):
        self.name, self.operands, self.status, self.failed = name, operands or ['-'], 0, status

    def __iter__(self):
        """(name, open file of bytes)"""
        for operand in self.operands:
            if operand == '-':
                yield operand, sys.stdin.buffer
                continue
            try:
                import os
                if os.path.isdir(operand):
                    raise IsADirectoryError(21, 'Is a directory')
                file = open(operand, 'rb')
            except OSError as exc:
                shape = {'head': "cannot open '{}' for reading", 'sort': 'cannot read: {}'}
                shape['tail'] = shape['head']
                say(f'{self.name}: {shape.get(self.name, "{}").format(operand)}: {exc.strerror}')
                self.status = self.failed
                continue
            with file:
                yield operand, file

    def lines(self):
        """All lines of all files, without their ends."""
        for _, file in self:
            while line := file.readline():
                yield text_of(line.removesuffix(b'\n'))
