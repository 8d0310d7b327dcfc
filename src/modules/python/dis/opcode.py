"""CPython's instructions: their numbers, and which of them have arguments of what kind."""
from _dis_opcodes import CACHE_SIZE, CACHES, COMPARISONS, HAVE_ARGUMENT, INTRINSICS_1, INTRINSICS_2, OPERATORS
from _dis_opcodes import OPERATOR_NAMES, OPMAP, PUSHES, REAL_JUMPS, UNCONDITIONAL, stack_effect

__all__ = ['cmp_op', 'stack_effect', 'hascompare', 'opname', 'opmap', 'HAVE_ARGUMENT', 'EXTENDED_ARG', 'hasarg', 'hasconst',
           'hasname', 'hasjump', 'hasjrel', 'hasjabs', 'hasfree', 'haslocal', 'hasexc']

opmap = dict(OPMAP)
opname = [f'<{number}>' for number in range(max(opmap.values()) + 1)]
for _name, _number in opmap.items():
    opname[_number] = _name
cmp_op = COMPARISONS
EXTENDED_ARG = opmap['EXTENDED_ARG']
MIN_INSTRUMENTED_OPCODE = 236
_WITHOUT = {'INSTRUMENTED_' + name for name in (
    'LINE END_FOR END_SEND RETURN_VALUE CALL_FUNCTION_EX INSTRUCTION').split()} | {'POP_BLOCK'}


def _those(meant):
    return [number for name, number in opmap.items() if meant(name)]


hasarg = _those(lambda name: opmap[name] > HAVE_ARGUMENT and name not in _WITHOUT)
hasconst = _those(lambda name: name in ('LOAD_CONST', 'RETURN_CONST', 'INSTRUMENTED_RETURN_CONST'))
hasname = _those(lambda name: name in (
    'DELETE_ATTR', 'DELETE_GLOBAL', 'DELETE_NAME', 'IMPORT_FROM', 'IMPORT_NAME', 'LOAD_ATTR', 'LOAD_FROM_DICT_OR_GLOBALS',
    'LOAD_GLOBAL', 'LOAD_NAME', 'LOAD_SUPER_ATTR', 'STORE_ATTR', 'STORE_GLOBAL', 'STORE_NAME', 'LOAD_METHOD',
    'LOAD_SUPER_METHOD', 'LOAD_ZERO_SUPER_ATTR', 'LOAD_ZERO_SUPER_METHOD'))
hasjump = hasjrel = _those(lambda name: name in REAL_JUMPS or name in UNCONDITIONAL)
hasjabs = []
hasfree = _those(lambda name: name == 'MAKE_CELL' or name.endswith('_DEREF'))
haslocal = _those(lambda name: name == 'LOAD_CLOSURE' or '_FAST' in name)
hasexc = _those(lambda name: name in PUSHES)
hascompare = [opmap['COMPARE_OP']]

_intrinsic_1_descs, _intrinsic_2_descs = INTRINSICS_1, INTRINSICS_2
_nb_ops = [('NB_' + name, sign) for name, sign in zip(OPERATOR_NAMES + ['INPLACE_' + name for name in OPERATOR_NAMES], OPERATORS)]
_cache_format, _inline_cache_entries = CACHES, CACHE_SIZE
