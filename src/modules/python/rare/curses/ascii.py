"""Characters of ASCII: their names, and of which kind they are."""
controlnames = ['NUL', 'SOH', 'STX', 'ETX', 'EOT', 'ENQ', 'ACK', 'BEL', 'BS', 'HT', 'LF', 'VT', 'FF', 'CR', 'SO', 'SI', 'DLE', 'DC1', 'DC2',
                'DC3', 'DC4', 'NAK', 'SYN', 'ETB', 'CAN', 'EM', 'SUB', 'ESC', 'FS', 'GS', 'RS', 'US', 'SP']
globals().update({name: code for code, name in enumerate(controlnames)})
TAB, NL, DEL = 9, 10, 127


def _ctoi(c):
    return ord(c) if isinstance(c, str) else c


def isalnum(c):
    return isalpha(c) or isdigit(c)


def isalpha(c):
    return isupper(c) or islower(c)


def isascii(c):
    return 0 <= _ctoi(c) <= 127


def isblank(c):
    return _ctoi(c) in (9, 32)


def iscntrl(c):
    return 0 <= _ctoi(c) <= 31 or _ctoi(c) == 127


def isdigit(c):
    return 48 <= _ctoi(c) <= 57


def isgraph(c):
    return 33 <= _ctoi(c) <= 126


def islower(c):
    return 97 <= _ctoi(c) <= 122


def isprint(c):
    return 32 <= _ctoi(c) <= 126


def ispunct(c):
    return isgraph(c) and not isalnum(c)


def isspace(c):
    return _ctoi(c) in (9, 10, 11, 12, 13, 32)


def isupper(c):
    return 65 <= _ctoi(c) <= 90


def isxdigit(c):
    return isdigit(c) or 65 <= _ctoi(c) <= 70 or 97 <= _ctoi(c) <= 102


def isctrl(c):
    return 0 <= _ctoi(c) < 32


def ismeta(c):
    return _ctoi(c) > 127


def _as_given(c, code):
    return chr(code) if isinstance(c, str) else code


def ascii(c):
    return _as_given(c, _ctoi(c) & 0x7f)


def ctrl(c):
    return _as_given(c, _ctoi(c) & 0x1f)


def alt(c):
    return _as_given(c, _ctoi(c) | 0x80)


def unctrl(c):
    """A character as it can be shown: ^A for a control character, !A for one with the eighth bit."""
    bits = _ctoi(c)
    low = bits & 0x7f
    shown = '^?' if low == 127 else chr(low) if low >= 32 else '^' + chr(low | 64)
    return '!' + shown if bits & 0x80 else shown
