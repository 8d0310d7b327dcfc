"""CPython 3.13's instructions: numbers, what their arguments mean, and what they do to the stack."""
from operator import index


def _numbered(start, text):
    return {name: start + i for i, name in enumerate(text.split()) if name != '-'}


OPMAP = {
    'CACHE': 0, 'RESERVED': 17, 'RESUME': 149, 'INSTRUMENTED_LINE': 254,
    **_numbered(1, '''
BEFORE_ASYNC_WITH BEFORE_WITH - BINARY_SLICE BINARY_SUBSCR CHECK_EG_MATCH CHECK_EXC_MATCH CLEANUP_THROW DELETE_SUBSCR
END_ASYNC_FOR END_FOR END_SEND EXIT_INIT_CHECK FORMAT_SIMPLE FORMAT_WITH_SPEC GET_AITER - GET_ANEXT GET_ITER GET_LEN
GET_YIELD_FROM_ITER INTERPRETER_EXIT LOAD_ASSERTION_ERROR LOAD_BUILD_CLASS LOAD_LOCALS MAKE_FUNCTION MATCH_KEYS
MATCH_MAPPING MATCH_SEQUENCE NOP POP_EXCEPT POP_TOP PUSH_EXC_INFO PUSH_NULL RETURN_GENERATOR RETURN_VALUE
SETUP_ANNOTATIONS STORE_SLICE STORE_SUBSCR TO_BOOL UNARY_INVERT UNARY_NEGATIVE UNARY_NOT WITH_EXCEPT_START BINARY_OP
BUILD_CONST_KEY_MAP BUILD_LIST BUILD_MAP BUILD_SET BUILD_SLICE BUILD_STRING BUILD_TUPLE CALL CALL_FUNCTION_EX
CALL_INTRINSIC_1 CALL_INTRINSIC_2 CALL_KW COMPARE_OP CONTAINS_OP CONVERT_VALUE COPY COPY_FREE_VARS DELETE_ATTR
DELETE_DEREF DELETE_FAST DELETE_GLOBAL DELETE_NAME DICT_MERGE DICT_UPDATE ENTER_EXECUTOR EXTENDED_ARG FOR_ITER
GET_AWAITABLE IMPORT_FROM IMPORT_NAME IS_OP JUMP_BACKWARD JUMP_BACKWARD_NO_INTERRUPT JUMP_FORWARD LIST_APPEND
LIST_EXTEND LOAD_ATTR LOAD_CONST LOAD_DEREF LOAD_FAST LOAD_FAST_AND_CLEAR LOAD_FAST_CHECK LOAD_FAST_LOAD_FAST
LOAD_FROM_DICT_OR_DEREF LOAD_FROM_DICT_OR_GLOBALS LOAD_GLOBAL LOAD_NAME LOAD_SUPER_ATTR MAKE_CELL MAP_ADD MATCH_CLASS
POP_JUMP_IF_FALSE POP_JUMP_IF_NONE POP_JUMP_IF_NOT_NONE POP_JUMP_IF_TRUE RAISE_VARARGS RERAISE RETURN_CONST SEND
SET_ADD SET_FUNCTION_ATTRIBUTE SET_UPDATE STORE_ATTR STORE_DEREF STORE_FAST STORE_FAST_LOAD_FAST STORE_FAST_STORE_FAST
STORE_GLOBAL STORE_NAME SWAP UNPACK_EX UNPACK_SEQUENCE YIELD_VALUE'''),
    **{'INSTRUMENTED_' + name: number for name, number in _numbered(236, '''
RESUME END_FOR END_SEND RETURN_VALUE RETURN_CONST YIELD_VALUE LOAD_SUPER_ATTR FOR_ITER CALL CALL_KW CALL_FUNCTION_EX
INSTRUCTION JUMP_FORWARD JUMP_BACKWARD POP_JUMP_IF_TRUE POP_JUMP_IF_FALSE POP_JUMP_IF_NONE POP_JUMP_IF_NOT_NONE
''').items()},
    **_numbered(256, '''
JUMP JUMP_NO_INTERRUPT LOAD_CLOSURE LOAD_METHOD LOAD_SUPER_METHOD LOAD_ZERO_SUPER_ATTR LOAD_ZERO_SUPER_METHOD POP_BLOCK
SETUP_CLEANUP SETUP_FINALLY SETUP_WITH STORE_FAST_MAYBE_NULL'''),
}
HAVE_ARGUMENT = 44

_counter = {'counter': 1}
# What stands behind an instruction for the interpreter to remember: names and sizes in units of two bytes.
CACHES = {
    'LOAD_GLOBAL': {'counter': 1, 'index': 1, 'module_keys_version': 1, 'builtin_keys_version': 1},
    **dict.fromkeys('BINARY_OP UNPACK_SEQUENCE COMPARE_OP CONTAINS_OP BINARY_SUBSCR FOR_ITER LOAD_SUPER_ATTR'.split(), _counter),
    'LOAD_ATTR': {'counter': 1, 'version': 2, 'keys_version': 2, 'descr': 4},
    'STORE_ATTR': {'counter': 1, 'version': 2, 'index': 1},
    'CALL': {'counter': 1, 'func_version': 2},
    **dict.fromkeys(('STORE_SUBSCR', 'SEND', 'JUMP_BACKWARD'), _counter),
    'TO_BOOL': {'counter': 1, 'version': 2},
    **dict.fromkeys(['POP_JUMP_IF_' + name for name in ('TRUE', 'FALSE', 'NONE', 'NOT_NONE')], _counter),
}
CACHE_SIZE = {name: sum(parts.values()) for name, parts in CACHES.items()}

COMPARISONS = '<', '<=', '==', '!=', '>', '>='
_operators = '+ & // << @ * % | ** >> - / ^'.split()
OPERATORS = _operators + [sign + '=' for sign in _operators]
OPERATOR_NAMES = ('ADD AND FLOOR_DIVIDE LSHIFT MATRIX_MULTIPLY MULTIPLY REMAINDER OR POWER RSHIFT SUBTRACT TRUE_DIVIDE '
                  'XOR').split()
INTRINSICS_1 = ['INTRINSIC_' + name for name in (
    '1_INVALID PRINT IMPORT_STAR STOPITERATION_ERROR ASYNC_GEN_WRAP UNARY_POSITIVE LIST_TO_TUPLE TYPEVAR PARAMSPEC '
    'TYPEVARTUPLE SUBSCRIPT_GENERIC TYPEALIAS').split()]
INTRINSICS_2 = ['INTRINSIC_' + name for name in (
    '2_INVALID PREP_RERAISE_STAR TYPEVAR_WITH_BOUND TYPEVAR_WITH_CONSTRAINTS SET_FUNCTION_TYPE_PARAMS '
    'SET_TYPEPARAM_DEFAULT').split()]

CONDITIONAL = {'POP_JUMP_IF_FALSE', 'POP_JUMP_IF_TRUE', 'POP_JUMP_IF_NONE', 'POP_JUMP_IF_NOT_NONE'}
JUMPS = CONDITIONAL | {'FOR_ITER', 'SEND', 'JUMP', 'JUMP_NO_INTERRUPT'}
REAL_JUMPS = CONDITIONAL | {'FOR_ITER', 'SEND', 'JUMP_FORWARD', 'JUMP_BACKWARD', 'JUMP_BACKWARD_NO_INTERRUPT'}
UNCONDITIONAL = {'JUMP', 'JUMP_NO_INTERRUPT'}
PUSHES = {'SETUP_FINALLY', 'SETUP_CLEANUP', 'SETUP_WITH'}
TARGETED = JUMPS | PUSHES
EXITS = {'RETURN_VALUE', 'RETURN_CONST', 'RAISE_VARARGS', 'RERAISE'}
ENDS = UNCONDITIONAL | EXITS
# Where the interpreter looks whether another thread wants to run.
CHECKS = {'RESUME', 'CALL', 'CALL_KW', 'CALL_FUNCTION_EX', 'JUMP'}

# The change of the stack, where it is always the same.
_fixed = {}
for _change, _names in (
        (1, 'LOAD_CONST LOAD_FAST LOAD_FAST_CHECK LOAD_FAST_AND_CLEAR LOAD_DEREF LOAD_NAME LOAD_LOCALS LOAD_BUILD_CLASS '
            'PUSH_NULL COPY GET_LEN IMPORT_FROM LOAD_CLOSURE LOAD_ASSERTION_ERROR PUSH_EXC_INFO MATCH_MAPPING '
            'MATCH_SEQUENCE MATCH_KEYS GET_ANEXT BEFORE_WITH BEFORE_ASYNC_WITH WITH_EXCEPT_START FOR_ITER '
            'RETURN_GENERATOR LOAD_METHOD'),
        (2, 'LOAD_FAST_LOAD_FAST'),
        (-1, 'POP_TOP STORE_FAST STORE_FAST_MAYBE_NULL STORE_DEREF STORE_NAME STORE_GLOBAL RETURN_VALUE BINARY_OP '
             'BINARY_SUBSCR COMPARE_OP CONTAINS_OP IS_OP POP_JUMP_IF_FALSE POP_JUMP_IF_TRUE POP_JUMP_IF_NONE '
             'POP_JUMP_IF_NOT_NONE POP_EXCEPT DELETE_ATTR END_FOR END_SEND LIST_APPEND SET_ADD LIST_EXTEND SET_UPDATE '
             'DICT_UPDATE DICT_MERGE IMPORT_NAME SET_FUNCTION_ATTRIBUTE CALL_INTRINSIC_2 FORMAT_WITH_SPEC RERAISE '
             'CLEANUP_THROW INTERPRETER_EXIT EXIT_INIT_CHECK LOAD_SUPER_METHOD LOAD_ZERO_SUPER_ATTR '
             'LOAD_ZERO_SUPER_METHOD INSTRUMENTED_END_FOR INSTRUMENTED_END_SEND INSTRUMENTED_RETURN_VALUE'),
        (-2, 'STORE_FAST_STORE_FAST END_ASYNC_FOR MAP_ADD STORE_ATTR DELETE_SUBSCR BINARY_SLICE MATCH_CLASS'),
        (-3, 'STORE_SUBSCR'), (-4, 'STORE_SLICE')):
    _fixed.update(dict.fromkeys(_names.split(), _change))
_counted = {
    'LOAD_GLOBAL': lambda n: 1 + (n & 1), 'LOAD_ATTR': lambda n: n & 1, 'LOAD_SUPER_ATTR': lambda n: (n & 1) - 2,
    **dict.fromkeys(('BUILD_TUPLE', 'BUILD_LIST', 'BUILD_SET', 'BUILD_STRING'), lambda n: 1 - n),
    'BUILD_MAP': lambda n: 1 - 2 * n, 'BUILD_CONST_KEY_MAP': lambda n: -n, 'BUILD_SLICE': lambda n: -2 if n == 3 else -1,
    'UNPACK_SEQUENCE': lambda n: n - 1, 'UNPACK_EX': lambda n: (n & 255) + (n >> 8), 'RAISE_VARARGS': lambda n: -n,
    'CALL': lambda n: -1 - n, 'CALL_KW': lambda n: -2 - n, 'CALL_FUNCTION_EX': lambda n: -2 - (n & 1),
}
_counted['INSTRUMENTED_LOAD_SUPER_ATTR'] = _counted['LOAD_SUPER_ATTR']
_entered = {'SETUP_FINALLY': 1, 'SETUP_CLEANUP': 2, 'SETUP_WITH': 1}


def effect(name, arg, jump=False):
    """By how much an instruction changes the height of the stack, going on or jumping."""
    if name in _counted:
        return _counted[name](arg)
    return _entered.get(name, _fixed.get(name, 0)) if jump else _fixed.get(name, 0)


def stack_effect(opcode, oparg=None, /, *, jump=None):
    """By how much an instruction changes the height of the stack; where it jumps and where not, the more of both."""
    opcode, arg = index(opcode), 0 if oparg is None else index(oparg)
    if jump is not None and jump is not True and jump is not False:
        raise ValueError('stack_effect: jump must be False, True or None')
    for name, number in OPMAP.items():
        if number == opcode and name != 'INSTRUMENTED_LINE':
            break
    else:
        raise ValueError('invalid opcode or oparg')
    if jump is None:
        return max(effect(name, arg), effect(name, arg, True))
    return effect(name, arg, jump)
