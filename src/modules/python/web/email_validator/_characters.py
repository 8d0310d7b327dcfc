"""Characters of an address: which are allowed where, and how those that are not are named."""
import re
import unicodedata

from email_validator.exceptions import EmailSyntaxError

_ATOM = r"a-zA-Z0-9_!#$%&'*+\-/=?^`{|}~"
_BEYOND = '\u0080-\U0010FFFF'
ATOM = re.compile(f'[.{_ATOM}]')
WIDE_ATOM = re.compile(f'[.{_ATOM}{_BEYOND}]')
ATOMS = re.compile(rf'[{_ATOM}]+(?:\.[{_ATOM}]+)*\Z')
WIDE_ATOMS = re.compile(rf'[{_ATOM}{_BEYOND}]+(?:\.[{_ATOM}{_BEYOND}]+)*\Z')
QUOTED = re.compile(f'[ -~{_BEYOND}]')
HOST = re.compile(rf'[a-zA-Z0-9\-.{_BEYOND}]')
HOST_NAME = re.compile(r'[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*\Z')


def shown(c):
    if c == '\\':
        return '"\\"'
    if unicodedata.category(c)[0] in 'LNPS':
        return repr(c)
    return unicodedata.name(c, f'U+{ord(c):04X}' if ord(c) < 0xFFFF else f'U+{ord(c):08X}')


def listed(wrong):
    return ', '.join(sorted({shown(c) for c in wrong}))


def all_match(pattern, text, what):
    """Refuses the text for what the pattern does not allow."""
    if wrong := [c for c in text if not pattern.match(c)]:
        raise EmailSyntaxError(f'{what}: {listed(wrong)}.')


def all_safe(text, spaces=False):
    """Refuses what cannot be seen, or changes what stands beside it."""
    wrong = set()
    for i, c in enumerate(text):
        kind = unicodedata.category(c)
        if not (kind[0] in 'LNPS' or kind[0] == 'M' and i or kind == 'Zs' and spaces):
            wrong.add(c)
    if wrong:
        raise EmailSyntaxError(f'The email address contains unsafe characters: {", ".join(map(shown, sorted(wrong)))}.')


def too_many(text, limit):
    over = len(text) - limit
    return f'({over} character{"s" if over > 1 else ""} too many)'


def dots_stand_well(text, start, end, marks='.'):
    """Refuses dots (and, of hosts, hyphens) that stand first, last or together."""
    for mark, name in ('.', 'period'), ('-', 'hyphen'):
        if mark in marks:
            if text.endswith(mark):
                raise EmailSyntaxError(end.format(name))
            if text.startswith(mark):
                raise EmailSyntaxError(start.format(name))
            if mark == '.' and '..' in text:
                raise EmailSyntaxError('An email address cannot have two periods in a row.')
    if '-' in marks and ('.-' in text or '-.' in text):
        raise EmailSyntaxError('An email address cannot have a period and a hyphen next to each other.')
