"""Shows the instructions that CPython 3.13 makes of code."""
import io
import sys
import types
from collections import namedtuple
from opcode import *
from opcode import __all__ as _opcode_all
from opcode import _cache_format, _inline_cache_entries, _intrinsic_1_descs, _intrinsic_2_descs, _nb_ops
import _frames
from _dis_compiler import Code as _Code
from _dis_places import of as _places_of
from _dis_sources import compiled as _compiled, of_statements as _of_statements, of_text as _of_text

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code',
           'get_instructions', 'Instruction', 'Bytecode'] + _opcode_all

COMPILER_FLAG_NAMES = {
    1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE',
    128: 'COROUTINE', 256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR'}
Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=[None] * 4)
_FIELDS = ('opname opcode arg argval argrepr offset start_offset starts_line line_number label positions cache_info')
_ATTRIBUTES = 'defaults', 'kwdefaults', 'annotations', 'closure'
_CONVERSIONS = (None, ''), (str, 'str'), (repr, 'repr'), (ascii, 'ascii')


class Instruction(namedtuple('_Instruction', _FIELDS, defaults=[None] * 3)):
    """An instruction: what it is called, its argument, where it stands in the code and in the source."""

    @property
    def oparg(self):
        return self.arg

    @property
    def baseopcode(self):
        return self.opcode

    @property
    def baseopname(self):
        return opname[self.opcode]

    @property
    def cache_offset(self):
        return self.offset + 2

    @property
    def end_offset(self):
        return self.cache_offset + 2 * _inline_cache_entries.get(self.opname, 0)

    @property
    def jump_target(self):
        if self.opcode not in hasjump:
            return None
        return self.end_offset + (-2 if 'BACKWARD' in self.opname else 2) * self.arg

    @property
    def is_jump_target(self):
        return self.label is not None

    def __str__(self):
        output = io.StringIO()
        _Formatter(file=output).line(self, False)
        return output.getvalue()


class _Formatter:
    """Prints instructions in columns, each of which may be absent."""

    def __init__(self, file=None, lines=0, offsets=0, labels=0, show_caches=False):
        self.file, self.lines, self.offsets, self.labels, self.show_caches = file, lines, offsets, labels, show_caches

    def instruction(self, instr, current):
        self.line(instr, current)
        if self.show_caches and instr.cache_info:
            offset = instr.offset
            for name, size, data in instr.cache_info:
                for i in range(size):
                    offset += 2
                    shown = '' if i else f'{name}: {int.from_bytes(data, sys.byteorder)}'
                    self.line(Instruction('CACHE', 0, 0, None, shown, offset, offset, False, None, None, instr.positions), False)

    def line(self, instr, current):
        fields = []
        if self.lines:
            if instr.starts_line and instr.offset > 0:
                print(file=self.file)
            number = '  --' if instr.line_number is None else instr.line_number
            fields.append(str(number if instr.starts_line else '').rjust(self.lines))
        fields.append(('' if instr.label is None else f'L{instr.label}:').rjust(self.labels))
        if self.offsets:
            fields.append(str(instr.offset).rjust(self.offsets) + '  ')
        fields.append('-->' if current else '   ')
        fields.append(instr.opname.ljust(20))
        if instr.arg is not None:
            fields.append(str(instr.arg).rjust(5 - max(0, len(instr.opname) - 20)))
            if instr.argrepr:
                fields.append(f'({instr.argrepr})')
        print(' '.join(fields).rstrip(), file=self.file)


class _Listing:
    """A code object's instructions, lines, labels and exceptions."""

    def __init__(self, code):
        self.code = code
        self.size = 2 * code.offsets[-1]
        self.exceptions = [(2 * start, 2 * end, 2 * target, depth, lasti) for start, end, target, depth, lasti in code.exceptions]
        self.line_starts, self.targets, last = {}, set(), False
        for i, instr in enumerate(code.instrs):
            line = None if instr.line < 0 else instr.line
            if line != last or last is False:
                self.line_starts[2 * code.offsets[i]] = last = line
        for i, instr in enumerate(code.instrs):
            if instr.target is not None:
                end = 2 * code.offsets[i + 1]
                self.targets.add(end + (-2 if 'BACKWARD' in instr.op else 2) * instr.arg)

    def labels(self, with_exceptions):
        offsets = set(self.targets)
        if with_exceptions:
            for row in self.exceptions:
                offsets.update(row[:3])
        return {offset: i for i, offset in enumerate(sorted(offsets), 1)}

    def line_width(self):
        lines = list(self.line_starts.values())
        highest = max(filter(None, lines), default=-1)
        if highest == -1:
            return 0
        return max(3 + (None in lines), len(str(highest)))

    def instructions(self, labels, line_offset=0):
        code, line_number = self.code, None
        for i, instr in enumerate(code.instrs):
            start, end = 2 * code.offsets[i], 2 * code.offsets[i + 1]
            caches = _cache_format.get(instr.op)
            offset = end - 2 - 2 * _inline_cache_entries.get(instr.op, 0)
            place = Positions() if instr.line < 0 else Positions(*[n if n >= 0 else None for n in instr.loc])
            number = opmap[instr.op]
            arg = instr.arg if number in hasarg else None
            for at in range(start, offset + 2, 2):
                starts = at in self.line_starts
                if starts:
                    line_number = self.line_starts[at]
                    line_number = None if line_number is None else line_number + line_offset
                if at < offset:
                    part = arg >> 4 * (offset - at)
                    yield Instruction('EXTENDED_ARG', EXTENDED_ARG, part, part, '', at, start, starts, line_number,
                                      labels.get(at), place)
            value, shown = self.argument(instr.op, arg, end, labels)
            info = caches and [(name, size, bytes(2 * size)) for name, size in caches.items()]
            yield Instruction(instr.op, number, arg, value, shown, offset, start, starts, line_number, labels.get(offset),
                              place, info)

    def argument(self, op, arg, end, labels):
        """What an argument means, and how that is shown."""
        code, number = self.code, opmap[op]
        if arg is None:
            return None, ''
        if number in hasconst:
            value = code.co_consts[arg]
            return (value.real or value if isinstance(value, _Code) else value), repr(value)
        if number in hasname:
            shift = {'LOAD_GLOBAL': 1, 'LOAD_ATTR': 1, 'LOAD_SUPER_ATTR': 2}.get(op, 0)
            name = code.co_names[arg >> shift]
            extra = (' + NULL' if op == 'LOAD_GLOBAL' else ' + NULL|self') if shift and arg & 1 else ''
            return name, name + extra
        if number in hasjump:
            target = end + (-2 if 'BACKWARD' in op else 2) * arg
            return target, f'to L{labels[target]}'
        if op in ('LOAD_FAST_LOAD_FAST', 'STORE_FAST_LOAD_FAST', 'STORE_FAST_STORE_FAST'):
            names = code.names[arg >> 4], code.names[arg & 15]
            return names, ', '.join(names)
        if number in haslocal or number in hasfree:
            return code.names[arg], code.names[arg]
        if op == 'COMPARE_OP':
            sign = cmp_op[arg >> 5]
            return sign, f'bool({sign})' if arg & 16 else sign
        if op == 'CONVERT_VALUE':
            return _CONVERSIONS[arg]
        shown = ''
        if op == 'SET_FUNCTION_ATTRIBUTE':
            shown = ', '.join(name for i, name in enumerate(_ATTRIBUTES) if arg & 1 << i)
        elif op == 'BINARY_OP':
            shown = _nb_ops[arg][1]
        elif op in ('CALL_INTRINSIC_1', 'CALL_INTRINSIC_2'):
            shown = (_intrinsic_1_descs if op[-1] == '1' else _intrinsic_2_descs)[arg]
        return arg, shown

    def show(self, lasti=-1, file=None, show_caches=False, show_offsets=False, line_offset=0):
        labels = self.labels(True)
        offsets = len(str(max(self.size - 2, 9999))) if show_offsets else 0
        formatter = _Formatter(file, self.line_width(), offsets, 4 + len(str(len(labels))), show_caches)
        for instr in self.instructions(labels, line_offset):
            caches = _inline_cache_entries.get(instr.opname, 0)
            formatter.instruction(instr, instr.offset <= lasti <= instr.offset + 2 * caches)
        if self.exceptions:
            print('ExceptionTable:', file=file)
        for start, end, target, depth, lasti in self.exceptions:
            print(f'  L{labels[start]} to L{labels[end]} -> L{labels[target]} [{depth}]' + ' lasti' * lasti, file=file)


def _own_code(x):
    """The code of a method, function, generator or coroutine; other things as they are."""
    x = getattr(x, '__func__', x)
    for name in '__code__', 'gi_code', 'ag_code', 'cr_code':
        if hasattr(x, name):
            return getattr(x, name)
    return x


def _no_code(x):
    return TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def _code_object(x):
    x = _own_code(x)
    if isinstance(x, str):
        x = _of_text(x, '<disassembly>')
    if isinstance(x, (_Code, types.CodeType)) or hasattr(x, 'co_code'):
        return x
    raise _no_code(x)


def _listing(real, adaptive=False):
    if adaptive:
        _frames.not_supported('dis with adaptive=True', 'dis.dis(…)')
    return _Listing(_compiled(real))


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    """Shows the instructions of functions, methods, classes, modules, code or source; of nothing, the last traceback's."""
    how = dict(file=file, show_caches=show_caches, adaptive=adaptive, show_offsets=show_offsets)
    if x is None:
        distb(**how)
        return
    x = _own_code(x)
    if hasattr(x, '__dict__') and not isinstance(x, _Code):
        for name, value in sorted(x.__dict__.items()):
            if isinstance(value, (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)):
                print(f'Disassembly of {name}:', file=file)
                try:
                    dis(value, depth=depth, **how)
                except TypeError as error:
                    print('Sorry:', error, file=file)
                print(file=file)
    elif isinstance(x, str):
        _recursively(_of_text(x, '<dis>'), depth, how)
    elif isinstance(x, (bytes, bytearray)):
        _frames.not_supported('dis of bytes', 'the code object')
    elif isinstance(x, (_Code, types.CodeType)) or hasattr(x, 'co_code'):
        _recursively(x, depth, how)
    else:
        raise _no_code(x)


def _recursively(code, depth, how):
    disassemble(code, **how)
    if depth is not None:
        if depth <= 0:
            return
        depth -= 1
    for inner in _compiled(code).co_consts:
        if isinstance(inner, _Code):
            print(file=how['file'])
            print(f'Disassembly of {inner!r}:', file=how['file'])
            _recursively(inner, depth, how)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Shows a code object's instructions, with an arrow at one of them."""
    _listing(co, adaptive).show(lasti, file, show_caches, show_offsets)


disco = disassemble


def distb(tb=None, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Shows where a traceback stands; of none given, the last one that ended a program."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, 'last_exc') else sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
        while tb.tb_next:
            tb = tb.tb_next
    listing = _listing(tb.tb_frame.f_code, adaptive)
    listing.show(_raised_at(tb), file, show_caches, show_offsets)


def _raised_at(tb):
    """The offset of the instruction that raised: only where that is sure."""
    places = _places_of(tb.tb_frame.f_code)
    number = places and places.exactly(_frames.own_offset(tb), True)
    if number is None:
        _frames.not_supported('the place of a traceback in its code', 'dis.dis(…)')
    return places.offsets[number]


def pretty_flags(flags):
    """The names of a code object's flags."""
    names = [COMPILER_FLAG_NAMES.get(1 << i, hex(1 << i)) for i in range(32) if flags & 1 << i]
    return ', '.join(names or [hex(flags)])


def code_info(x):
    """A text that says what a code object has."""
    co = _compiled(_code_object(x))
    lines = [f'{title + ":":<19}{value}' for title, value in (
        ('Name', co.co_name), ('Filename', co.co_filename), ('Argument count', co.co_argcount))]
    lines += [f'Positional-only arguments: {co.co_posonlyargcount}', f'Kw-only arguments: {co.co_kwonlyargcount}']
    lines += [f'{title + ":":<19}{value}' for title, value in (
        ('Number of locals', co.co_nlocals), ('Stack size', co.co_stacksize), ('Flags', pretty_flags(co.co_flags)))]
    for title, items in (('Constants', [*map(repr, co.co_consts)]), ('Names', co.co_names), ('Variable names', co.co_varnames),
                         ('Free variables', co.co_freevars), ('Cell variables', co.co_cellvars)):
        if items:
            lines.append(title + ':')
            lines += [f'{i:4}: {item}' for i, item in enumerate(items)]
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Prints what a code object has."""
    print(code_info(co), file=file)


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    """The instructions of code, one after the other."""
    co = _code_object(x)
    listing = _listing(co, adaptive)
    return listing.instructions(listing.labels(False), 0 if first_line is None else first_line - co.co_firstlineno)


def findlinestarts(code):
    """Where lines begin: (offset, line)."""
    yield from _listing(code).line_starts.items()


def findlabels(code):
    """Where jumps lead to."""
    _frames.not_supported('dis.findlabels of bytes', 'Instruction.jump_target')


class Bytecode:
    """The instructions of code, which can be gone through or shown."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False, show_offsets=False):
        self.codeobj = co = _code_object(x)
        self.first_line = co.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - co.co_firstlineno
        self._original_object, self.current_offset = x, current_offset
        self.show_caches, self.adaptive, self.show_offsets = show_caches, adaptive, show_offsets
        self._listing = _listing(co, adaptive)

    def __iter__(self):
        return self._listing.instructions(self._listing.labels(True), self._line_offset)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._original_object!r})'

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=_raised_at(tb), show_caches=show_caches, adaptive=adaptive)

    def info(self):
        return code_info(self.codeobj)

    def dis(self):
        output = io.StringIO()
        lasti = -1 if self.current_offset is None else self.current_offset
        self._listing.show(lasti, output, self.show_caches, self.show_offsets, self._line_offset)
        return output.getvalue()


def main():
    from argparse import ArgumentParser
    parser = ArgumentParser(prog='dis.py')
    parser.add_argument('-C', '--show-caches', action='store_true', help='show inline caches')
    parser.add_argument('-O', '--show-offsets', action='store_true', help='show instruction offsets')
    parser.add_argument('infile', nargs='?', default='-')
    args = parser.parse_args()
    if args.infile == '-':
        name, source = '<stdin>', sys.stdin.buffer.read()
    else:
        name = args.infile
        with open(name, 'rb') as file:
            source = file.read()
    dis(_of_statements(source.decode(), name), show_caches=args.show_caches, show_offsets=args.show_offsets)


if __name__ == '__main__':
    main()
