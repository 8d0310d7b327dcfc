"""International names of hosts, in their letters and in ASCII (RFC 5891 to 5893)."""
import unicodedata

_ALWAYS = set('-ßς۽۾་〇')
_NEVER = set('ـߺ〮〯〱〲〳〴〵〻')
_PREFIX = 'xn--'
_FROM_RIGHT = ('R', 'AL', 'AN')
_WEAK = ('ES', 'CS', 'ET', 'ON', 'BN', 'NSM')


class IDNAError(UnicodeError):
    """Not a label of a host."""


class IDNABidiError(IDNAError):
    """Its order would be shown as another."""


class InvalidCodepoint(IDNAError):
    """A character that no label has."""


class InvalidCodepointContext(IDNAError):
    """A character that labels have elsewhere only."""


def mapped(name):
    """A name in lower case, with the usual forms of its characters and plain dots."""
    folded = ''.join(c if c in 'ßς' else 'ß' if c == 'ẞ' else unicodedata.normalize('NFKC', c).casefold() for c in name)
    return unicodedata.normalize('NFC', folded).replace('。', '.')


def to_ascii(label):
    if label.isascii():
        letters(label)
        return label
    _check(label)
    label = _PREFIX + label.encode('punycode').decode()
    if len(label) > 63:
        raise IDNAError('Label too long')
    return label


def letters(label):
    """A label of ASCII in the letters that it stands for."""
    if not label.startswith(_PREFIX):
        _check(label)
        return label
    bare = label[len(_PREFIX):]
    if not bare:
        raise IDNAError('Malformed A-label, no Punycode eligible content found')
    if bare.endswith('-'):
        raise IDNAError('A-label must not end with a hyphen')
    try:
        told = bare.encode().decode('punycode')
    except UnicodeError as error:
        raise IDNAError('Invalid A-label') from error
    if told.encode('punycode').decode() != bare:
        raise IDNAError('A-label is not the canonical Punycode encoding of its U-label')
    _check(told)
    return told


def _check(label):
    if unicodedata.normalize('NFC', label) != label:
        raise IDNAError('Label must be in Normalization Form C')
    if label[2:4] == '--':
        raise IDNAError('Label has disallowed hyphens in 3rd and 4th position')
    if label[0] == '-' or label[-1] == '-':
        raise IDNAError('Label must not start or end with a hyphen')
    if unicodedata.category(label[0])[0] == 'M':
        raise IDNAError('Label begins with an illegal combining character')
    for place, c in enumerate(label):
        allowed = _beside(label, place)
        code = f'U+{ord(c):04X}'
        if allowed is None and not _letter(c):
            raise InvalidCodepoint(f'Codepoint {code} at position {place + 1} of {label!r} not allowed')
        if allowed is False:
            raise InvalidCodepointContext(f'Codepoint {code} not allowed at position {place + 1} in {label!r}')
    if any(unicodedata.bidirectional(c) in _FROM_RIGHT for c in label):
        check_direction(label)


def _letter(c):
    if c in _ALWAYS or c in _NEVER or 'ᄀ' <= c <= 'ᇿ':
        return c in _ALWAYS
    return unicodedata.category(c) in ('Ll', 'Lo', 'Lm', 'Mn', 'Mc', 'Nd') and unicodedata.normalize('NFKC', c).casefold() == c


def _beside(label, place):
    """Whether what stands beside a character allows it; None of one that does not depend on that."""
    c, before, behind = label[place], label[place - 1:place], label[place + 1:place + 2]
    if c == '·':
        return before == behind == 'l'
    if c == '͵':
        return _of(behind, 'GREEK')
    if c in '׳״':
        return _of(before, 'HEBREW')
    if c == '・':
        return any(_of(other, 'HIRAGANA', 'KATAKANA', 'CJK') for other in label if other != c)
    if '٠' <= c <= '٩':
        return not any('۰' <= other <= '۹' for other in label)
    if '۰' <= c <= '۹':
        return not any('٠' <= other <= '٩' for other in label)


def _of(c, *scripts):
    return c != '' and unicodedata.name(c, '').startswith(scripts)


def check_direction(label):
    """Refuses a label that would be shown in an order other than its own."""
    kinds = [unicodedata.bidirectional(c) for c in label]
    if kinds[0] not in ('L', 'R', 'AL'):
        raise IDNABidiError(f'First codepoint in label {label!r} must be directionality L, R or AL')
    right = kinds[0] != 'L'
    allowed, last = ((*_FROM_RIGHT, 'EN', *_WEAK), (*_FROM_RIGHT, 'EN')) if right else (('L', 'EN', *_WEAK), ('L', 'EN'))
    numbers = set()
    for place, kind in enumerate(kinds, 1):
        if kind not in allowed:
            raise IDNABidiError(f'Invalid direction for codepoint at position {place} in a {"right-to-left" if right else "left-to-right"} label')
        numbers |= {kind} & {'AN', 'EN'}
        if right and len(numbers) > 1:
            raise IDNABidiError('Can not mix numeral types in a right-to-left label')
    if [kind for kind in kinds if kind != 'NSM'][-1] not in last:
        raise IDNABidiError('Label ends with illegal codepoint directionality')
