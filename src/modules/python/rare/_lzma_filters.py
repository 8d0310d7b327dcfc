"""Chains of filters around LZMA: differences of bytes, and branches of machine code with whole addresses in place of distances."""
from _lzma import LZMAError

_WORD = 0xffffffff
_LZMA1, _LZMA2, _DELTA = 0x4000000000000001, 0x21, 3
_OF_LZMA = frozenset('id preset dict_size lc lp pb mode nice_len mf depth'.split())
# Which of the three instructions of a bundle of IA-64 may be branches, by its template.
_IA64 = bytes(16) + bytes((4, 4, 6, 6, 0, 0, 7, 7, 4, 4, 0, 0, 4, 4, 0, 0))


def _delta(data, distance, encodes):
    out = bytearray(data)
    if encodes:
        for at in range(distance, len(data)):
            out[at] = data[at] - data[at - distance] & 255
    else:
        for at in range(distance, len(data)):
            out[at] = out[at] + out[at - distance] & 255
    return bytes(out)


def _powerpc(code, sign, start):
    for at in range(0, len(code) - 3, 4):
        word = int.from_bytes(code[at:at + 4], 'big')
        if word >> 26 == 0x12 and word & 3 == 1:
            found = (word & 0x03fffffc) + sign * (start + at)
            code[at:at + 4] = (0x48000001 | found & 0x03fffffc).to_bytes(4, 'big')


def _arm(code, sign, start):
    for at in range(0, len(code) - 3, 4):
        if code[at + 3] == 0xeb:
            found = (int.from_bytes(code[at:at + 3], 'little') << 2) + sign * (start + at + 8)
            code[at:at + 3] = (found >> 2 & 0xffffff).to_bytes(3, 'little')


def _thumb(code, sign, start):
    at = 0
    while at < len(code) - 3:
        high, low = (int.from_bytes(code[place:place + 2], 'little') for place in (at, at + 2))
        if high >> 11 == 0x1e and low >> 11 == 0x1f:
            found = ((high & 0x7ff) << 12 | (low & 0x7ff) << 1) + sign * (start + at + 4)
            code[at:at + 4] = (0xf000 | found >> 12 & 0x7ff | (0xf800 | found >> 1 & 0x7ff) << 16).to_bytes(4, 'little')
            at += 2
        at += 2


def _sparc(code, sign, start):
    for at in range(0, len(code) - 3, 4):
        word = int.from_bytes(code[at:at + 4], 'big')
        if word >> 22 in (0x100, 0x1ff):
            found = ((word << 2 & _WORD) + sign * (start + at) & _WORD) >> 2
            far = 0x3fc00000 if found >> 22 & 1 else 0
            code[at:at + 4] = (0x40000000 | far | found & 0x3fffff).to_bytes(4, 'big')


def _ia64(code, sign, start):
    for at in range(0, len(code) - 15, 16):
        bundle = int.from_bytes(code[at:at + 16], 'little')
        for slot in range(3):
            bit = 5 + 41 * slot
            word = bundle >> bit & (1 << 41) - 1
            if not _IA64[bundle & 31] >> slot & 1 or word >> 37 != 5 or word >> 9 & 7:
                continue
            found = (((word >> 13 & 0xfffff | (word >> 36 & 1) << 20) << 4) + sign * (start + at) & _WORD) >> 4
            changed = word & ~(0x8fffff << 13) | (found & 0xfffff) << 13 | (found & 0x100000) << 16
            bundle ^= (word ^ changed) << bit
        code[at:at + 16] = bundle.to_bytes(16, 'little')


def _x86(code, sign, start):
    """Calls and jumps; `mask` notes what looked like one a few bytes before."""
    at, before, mask = 0, -5, 0
    while at <= len(code) - 5:
        if code[at] not in (0xe8, 0xe9):
            at += 1
            continue
        mask = 0 if at - before > 5 else _shifted(mask, at - before)
        before, high = at, code[at + 4]
        if high not in (0, 255) or mask >> 1 & 7 not in (0, 1, 2, 4) or mask >> 1 >= 16:
            mask |= 0x11 if high in (0, 255) else 1
            at += 1
            continue
        source = int.from_bytes(code[at + 1:at + 5], 'little')
        while True:
            found = source + sign * (start + at + 5) & _WORD
            if not mask:
                break
            shift = 8 * (mask >> 1).bit_length()
            if found >> 24 - shift & 255 not in (0, 255):
                break
            source = found ^ (1 << 32 - shift) - 1
        code[at + 1:at + 4] = (found & 0xffffff).to_bytes(3, 'little')
        code[at + 4] = 255 if found >> 24 & 1 else 0
        at, mask = at + 5, 0


def _shifted(mask, count):
    for _ in range(count):
        mask = (mask & 0x77) << 1
    return mask


_BRANCHES = {4: _x86, 5: _powerpc, 6: _ia64, 7: _arm, 8: _thumb, 9: _sparc}


def checked(filters):
    """A chain as a program gives it, if it can be one."""
    if len(filters) > 4:
        raise ValueError('Too many filters - liblzma supports a maximum of 4')
    chain = []
    for given in filters:
        if not hasattr(given, 'keys'):
            raise TypeError('Filter specifier must be a dict or dict-like object')
        if 'id' not in given:
            raise ValueError('Filter specifier must have an "id" entry')
        kind = given['id']
        if kind not in (_LZMA1, _LZMA2, _DELTA) and kind not in _BRANCHES:
            raise ValueError(f'Invalid filter ID: {kind}')
        known, name = (_OF_LZMA, 'LZMA') if kind in (_LZMA1, _LZMA2) else (
            ({'id', 'dist'}, 'delta') if kind == _DELTA else ({'id', 'start_offset'}, 'BCJ'))
        if set(given.keys()) - known:
            raise ValueError(f'Invalid filter specifier for {name} filter')
        chain.append(dict(given))
    if not chain:
        raise LZMAError('Internal error')
    if chain[-1]['id'] not in (_LZMA1, _LZMA2) or any(one['id'] in (_LZMA1, _LZMA2) for one in chain[:-1]):
        raise LZMAError('Invalid or unsupported options')
    if any(not 1 <= one.get('dist', 1) <= 256 for one in chain):
        raise LZMAError('Invalid or unsupported options')
    return chain


def applied(data, chain, encodes):
    """What stands before LZMA of a chain, done to all of the data, or undone."""
    for one in chain if encodes else reversed(chain):
        if one['id'] == _DELTA:
            data = _delta(data, one.get('dist', 1), encodes)
        else:
            code = bytearray(data)
            _BRANCHES[one['id']](code, 1 if encodes else -1, one.get('start_offset', 0))
            data = bytes(code)
    return data


def written(chain):
    """What the head of a block of xz says of them."""
    out = b''
    for one in chain:
        start = one.get('start_offset', 0)
        more = bytes([one.get('dist', 1) - 1]) if one['id'] == _DELTA else start.to_bytes(4, 'little') if start else b''
        out += bytes([one['id'], len(more)]) + more
    return out


def read(kind, more):
    """One of them, as such a head has it."""
    if kind == _DELTA and len(more) == 1:
        return {'id': kind, 'dist': more[0] + 1}
    if kind in _BRANCHES and len(more) in (0, 4):
        return {'id': kind, 'start_offset': int.from_bytes(more, 'little')}
    raise LZMAError('Invalid or unsupported options')
