"""What values of the simulated Redis server are, and how numbers and patterns are read and written there."""
import re
from collections import deque
from functools import lru_cache

NO_INTEGER = 'ERR value is not an integer or out of range'
NO_FLOAT = 'ERR value is not a valid float'
SYNTAX = 'ERR syntax error'
WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value'
_INTEGER = re.compile(rb'-?(0|[1-9][0-9]*)\Z')
_FLOAT = re.compile(rb'[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?\Z|[+-]?inf(inity)?\Z', re.I)


class ReplyError(Exception):
    """An error reply; its text begins with the kind of error."""


class Status(bytes):
    """A simple string."""


OK, QUEUED, PONG = Status(b'OK'), Status(b'QUEUED'), Status(b'PONG')


class List(deque):
    pass


class Hash(dict):
    pass


class Set(dict):
    """Its members are the keys, in the order in which they came."""


def integer(text, message=NO_INTEGER):
    if not _INTEGER.match(text) or text == b'-0':
        raise ReplyError(message)
    return fitting(int(text), message)


def fitting(number, message='ERR increment or decrement would overflow'):
    if not -1 << 63 <= number < 1 << 63:
        raise ReplyError(message)
    return number


def real(text, message=NO_FLOAT):
    if not _FLOAT.match(text):
        raise ReplyError(message)
    return float(text)


def real_text(number):
    """A score as the server writes it."""
    if number == int(number) if abs(number) < 1e17 else False:
        return b'%d' % int(number)
    return repr(number).encode()


def added(text, increment):
    """The sum of two texts of numbers, as text: in decimal digits, seventeen of them behind the point."""
    from decimal import Context, Decimal, InvalidOperation
    try:
        total = Context(prec=40).add(Decimal(text.decode()), Decimal(increment.decode()))
    except (InvalidOperation, ValueError):
        raise ReplyError(NO_FLOAT) from None
    if not total.is_finite():
        raise ReplyError('ERR increment would produce NaN or Infinity')
    shown = format(total, '.17f')
    shown = shown.rstrip('0').rstrip('.')
    return (b'0' if shown in ('-0', '') else shown.encode())


@lru_cache(100)
def pattern(text):
    """A function that tells whether a whole name is of a glob-style pattern."""
    parts, n = [], 0
    while n < len(text):
        one = text[n:n + 1]
        n += 1
        if one == b'*':
            parts.append(b'.*')
        elif one == b'?':
            parts.append(b'.')
        elif one == b'\\' and n < len(text):
            parts.append(re.escape(text[n:n + 1]))
            n += 1
        elif one == b'[':
            inner, n = _class(text, n)
            parts.append(inner)
        else:
            parts.append(re.escape(one))
    return re.compile(b''.join(parts), re.S).fullmatch


def _class(text, n):
    """A class of characters as a regular expression, and where it ends."""
    negated = text[n:n + 1] == b'^'
    n += negated
    members = []
    while n < len(text) and text[n:n + 1] != b']':
        if text[n:n + 1] == b'\\' and n + 1 < len(text):
            n += 1
            members.append(re.escape(text[n:n + 1]))
        elif text[n + 1:n + 2] == b'-' and n + 2 < len(text):
            low, high = sorted((text[n], text[n + 2]))
            members.append(re.escape(bytes([low])) + b'-' + re.escape(bytes([high])))
            n += 2
        else:
            members.append(re.escape(text[n:n + 1]))
        n += 1
    if not members:
        return (b'.' if negated else b'(?!)'), n + 1
    return b'[' + b'^' * negated + b''.join(members) + b']', n + 1


def bounds(start, stop, size):
    """The slice of a range whose ends count, from the end if they are negative."""
    start = max(start + size, 0) if start < 0 else start
    stop = stop + size if stop < 0 else min(stop, size - 1)
    return start, max(stop + 1, start)


class Options:
    """The words behind a command's arguments, taken one by one."""

    def __init__(self, words):
        self.words, self.at = words, 0

    def __bool__(self):
        return self.at < len(self.words)

    def word(self):
        self.at += 1
        return self.words[self.at - 1].upper().decode('latin-1')

    def take(self, count=1):
        """The next argument, or a list of several."""
        found = self.words[self.at:self.at + count]
        if len(found) < count:
            raise ReplyError(SYNTAX)
        self.at += count
        return found[0] if count == 1 else found

    def rest(self):
        found, self.at = self.words[self.at:], len(self.words)
        return found


def paired(words):
    return zip(words[::2], words[1::2])


def flattened(pairs):
    return [one for pair in pairs for one in pair]
