"""What code objects tell of their instructions: that of CPython's, where the source is known. `None` says that it is not."""
import _frames
from _dis_compiler import Code
from _dis_sources import Lacking, found, keep, kept
from opcode import EXTENDED_ARG, _inline_cache_entries, hasarg, hasjump, opmap

# Each code object's, with the code object.
_known = {}
# What stands at one place in this order here, too.
_PAIRED = ['GET_ITER', 'FOR_ITER'], ['CALL', 'GET_ITER', 'FOR_ITER'], ['LOAD_ATTR', 'STORE_ATTR']
# Where no exception comes from, and what stands for the end of another.
_QUIET = ({'NOP', 'RESUME', 'COPY', 'SWAP', 'POP_TOP', 'PUSH_NULL', 'LOAD_FAST', 'STORE_FAST', 'LOAD_CONST', 'RETURN_CONST',
           'RETURN_VALUE', 'EXTENDED_ARG', 'MAKE_CELL', 'COPY_FREE_VARS', 'PUSH_EXC_INFO', 'POP_EXCEPT', 'END_SEND', 'END_FOR',
           'CLEANUP_THROW', 'CALL_INTRINSIC_1', 'LOAD_FAST_LOAD_FAST', 'STORE_FAST_LOAD_FAST', 'STORE_FAST_STORE_FAST'}
          | {name for name, number in opmap.items() if number in hasjump} - {'SEND', 'FOR_ITER'})
_SUSPENDS = 0x2a0
_NOWHERE = None, None, None, None


class _Places:
    """Where the instructions of a code object stand, ours and CPython's."""

    def __init__(self, real, code):
        self.real, self.code = real, code
        self.own = _frames.own_positions(real)
        self.names = [instr.op for instr in code.instrs]
        self.places = [_NOWHERE if instr.line < 0 else tuple([n if n >= 0 else None for n in instr.loc])
                       for instr in code.instrs]
        # Of the instruction itself, what extends its argument is in front of it.
        self.offsets = [2 * (end - 1 - _inline_cache_entries.get(name, 0))
                        for name, end in zip(self.names, code.offsets[1:])]

    def exactly(self, own, raised):
        """The number of CPython's instruction that stands for that at our offset: found by its place in the source."""
        names = self.names
        if own <= 0 and not raised:
            # What has not begun.
            return names.index('RETURN_GENERATOR') + 1 if self.real.co_flags & _SUSPENDS else names.index('RESUME')
        ours, here = self.at(own)
        here = [i for i in here if names[i] not in _QUIET]
        kinds = [names[i] for i in here]
        if 'YIELD_VALUE' in kinds:
            at_yield = here[kinds.index('YIELD_VALUE')] + 1
            others = [i for i in here if names[i] != 'YIELD_VALUE']
            if 'SEND' in kinds:
                if not raised:
                    return at_yield
            elif not others or ours[0] != own // 2:
                return at_yield
            else:
                # What is yielded stands at the same place, and first.
                here, kinds = others, [names[i] for i in others]
        if 'SEND' in kinds:
            return here[kinds.index('SEND')]
        if len(here) == 1:
            return here[0]
        # Which of several: of both machines' the first is the same, and where a loop begins those that follow.
        nth = ours.index(own // 2) if here else 0
        if nth and (nth >= len(here) or kinds not in _PAIRED):
            return None
        return here[nth] if here else None

    def nearest(self, own, raised):
        """As `exactly`; of several the first at the place, or in the line."""
        i = self.exactly(own, raised)
        if i is not None:
            return i
        _, here = self.at(own)
        if here:
            return here[0]
        place = self.own[own // 2] if own // 2 < len(self.own) else _NOWHERE
        return next((i for i, known in enumerate(self.places) if known[0] == place[0]), 0)

    def at(self, own):
        """The numbers of our instructions that stand where the one at our offset does, and of CPython's: of a text that
        stands several times, after `finally`, those of the same turn."""
        place = self.own[own // 2] if own // 2 < len(self.own) else None
        ours = [i for i, known in enumerate(self.own) if known == place]
        here = [i for i, known in enumerate(self.places) if known == place]
        turns = sorted({self.code.instrs[i].turn for i in here if self.names[i] not in _QUIET})
        if len(turns) > 1 and len(ours) % len(turns) == 0:
            each = len(ours) // len(turns)
            nth = ours.index(own // 2) // each
            ours = ours[nth * each:(nth + 1) * each]
            here = [i for i in here if self.code.instrs[i].turn == turns[nth]]
        return ours, here


def of(real):
    """A code object's places, or None."""
    places = kept(_known, real)
    if places is None:
        try:
            places = _Places(real, found(real))
        except Lacking:
            return None
        keep(_known, real, places)
    return places


def stands(real, own):
    """`f_lasti`"""
    places = of(real)
    return places and places.offsets[places.nearest(own, False)]


def raised(real, own):
    """`tb_lasti`"""
    places = of(real)
    return places and places.offsets[places.nearest(own, True)]


def own(real, lasti):
    """The offset of ours that stands for one of CPython's."""
    places = of(real)
    if places is None:
        return None
    for at in range(2, 2 * len(places.own), 2):
        if lasti in (places.offsets[places.nearest(at, True)], places.offsets[places.nearest(at, False)]):
            return at
    return 0


def _rows(places):
    """Each instruction with its place and how many units of two bytes it takes."""
    offsets = places.code.offsets
    return [(place, end - start) for place, start, end in zip(places.places, offsets, offsets[1:])]


def positions(real):
    """`co_positions()`"""
    places = of(real)
    return places and [place for place, size in _rows(places) for _ in range(size)]


def lines(real):
    """`co_lines()`"""
    places = of(real)
    if places is None:
        return None
    rows, end = [], 0
    for place, size in _rows(places):
        start, end = end, end + 2 * size
        if rows and rows[-1][2] == place[0]:
            start = rows.pop()[0]
        rows.append((start, end, place[0]))
    return rows


def code_bytes(real):
    """`co_code`"""
    places = of(real)
    if places is None:
        return None
    out, offsets = bytearray(), places.code.offsets
    for instr, start, end in zip(places.code.instrs, offsets, offsets[1:]):
        number, caches = opmap[instr.op], _inline_cache_entries.get(instr.op, 0)
        arg = instr.arg if number in hasarg else 0
        for shift in range(end - start - 1 - caches, 0, -1):
            out += bytes((EXTENDED_ARG, arg >> 8 * shift & 255))
        out += bytes((number, arg & 255)) + bytes(2 * caches)
    return bytes(out)


def constants(real):
    """`co_consts`"""
    copied = _frames.copied(real)
    if copied is not None and copied[1] is not None:
        return copied[1]
    places = of(real)
    if places is None:
        return None
    consts = [const.real if isinstance(const, Code) else const for const in places.code.co_consts]
    # What has no code object of its own here: a scope of type parameters.
    return tuple(consts) if all(a is not None or b is None for a, b in zip(consts, places.code.co_consts)) else None


def stack_size(real):
    """`co_stacksize`"""
    places = of(real)
    return places and places.code.co_stacksize


def _number(n):
    """Six bits a byte, the lowest first."""
    out = bytearray()
    while n >= 64:
        out.append(64 | n & 63)
        n >>= 6
    out.append(n)
    return out


def _signed(n):
    return _number(-n << 1 | 1 if n < 0 else n << 1)


def line_table(real):
    """`co_linetable` (`Objects/locations.md`)"""
    places = of(real)
    if places is None:
        return None
    merged = []
    for place, size in _rows(places):
        if merged and merged[-1][0] == place:
            merged[-1][1] += size
        else:
            merged.append([place, size])
    out, last = bytearray(), real.co_firstlineno
    for place, size in merged:
        while size > 0:
            out += _entry(place, min(size, 8) - 1, last)
            last = last if place[0] is None else place[0]
            size -= 8
    return bytes(out)


def _entry(place, size, last):
    line, end_line, column, end_column = place
    if line is None:
        return bytes((0x80 | 15 << 3 | size,))
    step = line - last
    if column is None or end_column is None:
        return bytes((0x80 | 13 << 3 | size,)) + _signed(step)
    if end_line == line:
        if step == 0 and column < 80 and 0 <= end_column - column < 16:
            return bytes((0x80 | column // 8 << 3 | size, column % 8 << 4 | end_column - column))
        if 0 <= step < 3 and column < 128 and end_column < 128:
            return bytes((0x80 | 10 + step << 3 | size, column, end_column))
    return (bytes((0x80 | 14 << 3 | size,)) + _signed(step) + _number(end_line - line)
            + _number(column + 1) + _number(end_column + 1))


def exception_table(real):
    """`co_exceptiontable`: numbers of six bits, the highest first; each row's first byte is marked."""
    places = of(real)
    if places is None:
        return None
    out = bytearray()
    for start, end, target, depth, lasti in places.code.exceptions:
        begin = len(out)
        for number in start, end - start, target, depth << 1 | lasti:
            for shift in 24, 18, 12, 6:
                if number >> shift:
                    out.append(64 | number >> shift & 63)
            out.append(number & 63)
        out[begin] |= 0x80
    return bytes(out)


def old_line_table(real):
    """`co_lnotab`: by how much offset and line grow, in steps of at most 255 and from -128 to 127."""
    rows = lines(real)
    if rows is None:
        return None
    out, at, last = bytearray(), 0, real.co_firstlineno
    for start, _, line in rows:
        if line is None or line == last:
            continue
        offset, step = start - at, line - last
        at, last = start, line
        while offset > 255:
            out += bytes((255, 0))
            offset -= 255
        while not -128 <= step <= 127:
            part = max(-128, min(step, 127))
            out += bytes((offset, part & 255))
            offset, step = 0, step - part
        out += bytes((offset, step & 255))
    return bytes(out)
