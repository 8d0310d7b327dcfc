"""The numbers of the instructions of which CPython's patterns consist, by their names."""
from re import error

PatternError = error
MAGIC, MAXGROUPS = 20230612, 1073741823
_OPCODES = '''FAILURE SUCCESS ANY ANY_ALL ASSERT ASSERT_NOT AT BRANCH CATEGORY CHARSET BIGCHARSET GROUPREF GROUPREF_EXISTS IN
INFO JUMP LITERAL MARK MAX_UNTIL MIN_UNTIL NOT_LITERAL NEGATE RANGE REPEAT REPEAT_ONE SUBPATTERN MIN_REPEAT_ONE ATOMIC_GROUP
POSSESSIVE_REPEAT POSSESSIVE_REPEAT_ONE GROUPREF_IGNORE IN_IGNORE LITERAL_IGNORE NOT_LITERAL_IGNORE GROUPREF_LOC_IGNORE
IN_LOC_IGNORE LITERAL_LOC_IGNORE NOT_LITERAL_LOC_IGNORE GROUPREF_UNI_IGNORE IN_UNI_IGNORE LITERAL_UNI_IGNORE
NOT_LITERAL_UNI_IGNORE RANGE_UNI_IGNORE'''
_PLACES = '''BEGINNING BEGINNING_LINE BEGINNING_STRING BOUNDARY NON_BOUNDARY END END_LINE END_STRING LOC_BOUNDARY
LOC_NON_BOUNDARY UNI_BOUNDARY UNI_NON_BOUNDARY'''
_KINDS = 'DIGIT SPACE WORD LINEBREAK'
_FLAGS = 'IGNORECASE LOCALE MULTILINE DOTALL UNICODE VERBOSE DEBUG ASCII'


class _NamedIntConstant(int):
    """A number that is shown as its name."""

    def __new__(cls, value, name):
        self = super().__new__(cls, value)
        self.name = name
        return self

    def __repr__(self):
        return self.name

    __reduce__ = None


def _numbered(names):
    found = [_NamedIntConstant(at, name) for at, name in enumerate(names)]
    globals().update((one.name, one) for one in found)
    return found


def _pairs(prefix, names, renamed):
    """Which of the constants stands for which other."""
    return {globals()[prefix + name]: globals()[prefix + renamed(name)] for name in names}


def _classes(mark, marked):
    return [f'CATEGORY_{mark}{negation}{kind}' for kind in marked for negation in ('', 'NOT_')]


MAXREPEAT = _NamedIntConstant(4294967295, 'MAXREPEAT')
OPCODES = _numbered(_OPCODES.split())
MIN_REPEAT, MAX_REPEAT = (_NamedIntConstant(len(OPCODES) + at, name) for at, name in enumerate(('MIN_REPEAT', 'MAX_REPEAT')))
ATCODES = _numbered('AT_' + name for name in _PLACES.split())
CHCODES = _numbered(_classes('', _KINDS.split()) + _classes('LOC_', ['WORD']) + _classes('UNI_', _KINDS.split()))
OP_IGNORE, OP_LOCALE_IGNORE, OP_UNICODE_IGNORE = (
    _pairs('', ('LITERAL', 'NOT_LITERAL'), lambda name, mark=mark: f'{name}_{mark}IGNORE') for mark in ('', 'LOC_', 'UNI_'))
AT_MULTILINE = _pairs('AT_', ('BEGINNING', 'END'), lambda name: name + '_LINE')
AT_LOCALE, AT_UNICODE = (
    _pairs('AT_', ('BOUNDARY', 'NON_BOUNDARY'), lambda name, mark=mark: mark + name) for mark in ('LOC_', 'UNI_'))
_plain = [name.removeprefix('CATEGORY_') for name in _classes('', _KINDS.split())]
CH_LOCALE = _pairs('CATEGORY_', _plain, lambda name: 'LOC_' + name if name.endswith('WORD') else name)
CH_UNICODE = _pairs('CATEGORY_', _plain, lambda name: 'UNI_' + name)
globals().update(('SRE_FLAG_' + name, 2 << at) for at, name in enumerate(_FLAGS.split()))
SRE_INFO_PREFIX, SRE_INFO_LITERAL, SRE_INFO_CHARSET = 1, 2, 4
