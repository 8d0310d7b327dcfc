"""The coder of LZMA: literals and matches in adaptive probabilities, by a range coder; and the chunks of LZMA2."""
from bz2 import _More


class LZMAError(Exception):
    """What is no such data, or cannot be."""
    __module__ = '_lzma'


def corrupt():
    return LZMAError('Corrupt input data')


def no_format():
    return LZMAError('Input format not supported by decoder')


class Lengths:
    def __init__(self):
        self.choice = [1024] * 2
        self.short, self.middle, self.long = ([[1024] * size for _ in range(16)] for size in (8, 8, 256))

    def code(self, coder, place, length):
        """A match's length less 2."""
        if not coder.bit(self.choice, 0, length > 7):
            return coder.tree(self.short[place], 3, length)
        if not coder.bit(self.choice, 1, length > 15):
            return 8 + coder.tree(self.middle[place], 3, length - 8)
        return 16 + coder.tree(self.long[0], 8, length - 16)


class Coder:
    """What reading and writing have in common: a bit that is to be written is told and given back."""

    def __init__(self, lc, lp, pb):
        self.lc, self.places, self.positions = lc, (1 << lp) - 1, (1 << pb) - 1
        # Where the dictionary begins.
        self.literals, self.base = [1024] * (0x300 << lc + lp), 0
        self.reset()

    def reset(self):
        self.state, self.last = 0, [0] * 4
        self.literals[:] = [1024] * len(self.literals)
        self.is_match, self.is_long = [1024] * 192, [1024] * 192
        self.is_repeated, self.not_last, self.not_second, self.not_third = ([1024] * 12 for _ in range(4))
        self.slots, self.near, self.align = [[1024] * 64 for _ in range(4)], [1024] * 116, [1024] * 16
        self.lengths, self.repeated = Lengths(), Lengths()

    def tree(self, odds, count, value):
        node = 1
        for at in range(count - 1, -1, -1):
            node = node << 1 | self.bit(odds, node, value >> at & 1)
        return node - (1 << count)

    def backwards(self, odds, base, count, value):
        node, found = 1, 0
        for at in range(count):
            bit = self.bit(odds, base + node, value >> at & 1)
            node, found = node << 1 | bit, found | bit << at
        return found

    def literal(self, out, at, byte):
        before = out[at - 1] if at > self.base else 0
        odds, base = self.literals, 0x300 * (((at - self.base & self.places) << self.lc) + (before >> 8 - self.lc))
        node, bit, shift = 1, self.bit, 7
        if self.state > 6:
            # As long as it is like the byte that a match would have given.
            like = out[at - self.last[0] - 1]
            while shift >= 0:
                wanted = like >> shift & 1
                found = bit(odds, base + (1 + wanted << 8) + node, byte >> shift & 1)
                node, shift = node << 1 | found, shift - 1
                if found != wanted:
                    break
        while shift >= 0:
            node, shift = node << 1 | bit(odds, base + node, byte >> shift & 1), shift - 1
        state = self.state
        self.state = 0 if state < 4 else state - 3 if state < 10 else state - 6
        return node & 255

    def distance(self, length, far=0):
        """How far back a match lies, less 1."""
        slot = far
        if far > 3:
            count = far.bit_length() - 2
            slot = 2 * count + (far >> count)
        slot = self.tree(self.slots[min(length, 3)], 6, slot)
        if slot < 4:
            return slot
        count = (slot >> 1) - 1
        base = (2 | slot & 1) << count
        if slot < 14:
            return base + self.backwards(self.near, base - slot - 1, count, far - base)
        high = self.direct(count - 4, far - base >> 4)
        return base + (high << 4) + self.backwards(self.align, 0, 4, far)


class Reader(Coder):
    def start(self, data, at):
        if len(data) < at + 5:
            raise _More
        self.data, self.at, self.range = data, at + 5, 0xffffffff
        self.code = int.from_bytes(data[at + 1:at + 5], 'big')
        if data[at] or self.code == 0xffffffff:
            raise corrupt()

    def more(self):
        if self.at >= len(self.data):
            raise _More
        self.range, self.code = self.range << 8, self.code << 8 | self.data[self.at]
        self.at += 1

    def bit(self, odds, at, _):
        if self.range < 1 << 24:
            self.more()
        odd = odds[at]
        bound = (self.range >> 11) * odd
        if self.code < bound:
            self.range, odds[at] = bound, odd + (2048 - odd >> 5)
            return 0
        self.range, self.code, odds[at] = self.range - bound, self.code - bound, odd - (odd >> 5)
        return 1

    def direct(self, count, _):
        found = 0
        for _ in range(count):
            if self.range < 1 << 24:
                self.more()
            self.range >>= 1
            bit = self.code >= self.range
            if bit:
                self.code -= self.range
            found = found << 1 | bit
        return found

    def read(self, out, end):
        """Up to `end` bytes, or to the mark of the end; whether that was there."""
        last, bit = self.last, self.bit
        while end is None or len(out) < end:
            at = len(out) - self.base
            place = at & self.positions
            if not bit(self.is_match, self.state << 4 | place, 0):
                out.append(self.literal(out, len(out), 0))
                continue
            again, state = True, self.state
            if not bit(self.is_repeated, state, 0):
                again = False
                length = self.lengths.code(self, place, 0)
                last[:] = self.distance(length), *last[:3]
                self.state = 7 if state < 7 else 10
                if last[0] == 0xffffffff:
                    if self.range < 1 << 24:
                        self.more()
                    return True
            elif not bit(self.not_last, state, 0):
                if not bit(self.is_long, state << 4 | place, 0):
                    self.state, again = 9 if state < 7 else 11, False
                    length = -1
            elif not bit(self.not_second, state, 0):
                last[:2] = last[1], last[0]
            elif not bit(self.not_third, state, 0):
                last[:3] = last[2], *last[:2]
            else:
                last[:] = last[3], *last[:3]
            if again:
                length = self.repeated.code(self, place, 0)
                self.state = 8 if state < 7 else 11
            far, length = last[0] + 1, length + 2
            if far > at or end is not None and len(out) + length > end:
                raise corrupt()
            if far >= length:
                out += out[len(out) - far:len(out) - far + length]
            else:
                piece = out[-far:]
                out += (piece * (length // far + 1))[:length]
        return False


class Writer(Coder):
    def start(self):
        self.low, self.range, self.held, self.waiting, self.bytes = 0, 0xffffffff, 0, 0, bytearray()

    def shift(self):
        if self.low < 0xff000000 or self.low > 0xffffffff:
            carry = self.low >> 32
            self.bytes.append(self.held + carry & 255)
            self.bytes += bytes([255 + carry & 255]) * self.waiting
            self.waiting, self.held = 0, self.low >> 24 & 255
        else:
            self.waiting += 1
        self.low = (self.low & 0xffffff) << 8

    def bit(self, odds, at, bit):
        odd = odds[at]
        bound = (self.range >> 11) * odd
        if bit:
            self.low, self.range, odds[at] = self.low + bound, self.range - bound, odd - (odd >> 5)
        else:
            self.range, odds[at] = bound, odd + (2048 - odd >> 5)
        while self.range < 1 << 24:
            self.range <<= 8
            self.shift()
        return int(bit)

    def direct(self, count, value):
        for at in range(count - 1, -1, -1):
            self.range >>= 1
            if value >> at & 1:
                self.low += self.range
            while self.range < 1 << 24:
                self.range <<= 8
                self.shift()
        return value

    def finish(self):
        for _ in range(5):
            self.shift()
        return bytes(self.bytes)

    def match(self, at, length, far):
        """A match, or the mark of the end."""
        place, state, last = at & self.positions, self.state, self.last
        self.bit(self.is_match, state << 4 | place, 1)
        if far not in last:
            self.bit(self.is_repeated, state, 0)
            self.lengths.code(self, place, length - 2)
            self.distance(length - 2, far)
            last[:] = far, *last[:3]
            self.state = 7 if state < 7 else 10
            return
        self.bit(self.is_repeated, state, 1)
        which = last.index(far)
        last.insert(0, last.pop(which))
        if not self.bit(self.not_last, state, which > 0):
            self.bit(self.is_long, state << 4 | place, length > 1)
        elif self.bit(self.not_second, state, which > 1):
            self.bit(self.not_third, state, which > 2)
        if length == 1:
            self.state = 9 if state < 7 else 11
            return
        self.repeated.code(self, place, length - 2)
        self.state = 8 if state < 7 else 11

    def write(self, data, at, found, reach):
        """From `at` on, until that is enough for one chunk; where it ends."""
        start, size = at, len(data)
        while at < size and at - start < 0x1fff00 and len(self.bytes) + self.waiting < 0xf000:
            length, far = _best(data, at, self.last, found, reach)
            if length < 2 and not (length and at):
                self.bit(self.is_match, self.state << 4 | at & self.positions, 0)
                self.literal(data, at, data[at])
                length = 1
            else:
                self.match(at, length, far)
            for place in range(at, min(at + length, size - 2)):
                found.setdefault(data[place:place + 3], []).append(place)
            at += length
        return at


def _alike(data, one, other):
    """How many bytes are the same, at most 273."""
    end = min(len(data), other + 273)
    count = 0
    while other + count < end and data[one + count:one + count + 16] == data[other + count:other + count + 16]:
        count += 16
    while other + count < end and data[one + count] == data[other + count]:
        count += 1
    return min(count, end - other)


def _best(data, at, last, found, reach):
    """The match to take: how long, and how far back less 1."""
    length, far = 0, 0
    for distance in last:
        if distance < at:
            same = _alike(data, at - distance - 1, at)
            if same > max(length, 1) or same and distance == last[0]:
                length, far = same, distance
    for place in found.get(data[at:at + 3], ())[:-17:-1]:
        same = _alike(data, place, at) if at - place <= reach else 0
        # One further away is dearer.
        if same > length + 1 and (same > 3 or at - place < 2000):
            length, far = same, at - place - 1
    return length, far


def chunks(data, props, reach):
    """LZMA2."""
    coder, found, at, out, fresh = Writer(*props), {}, 0, bytearray(), 3
    while at < len(data):
        coder.start()
        end = coder.write(data, at, found, reach)
        packed, size = coder.finish(), end - at
        if len(packed) < size:
            out += bytes([0x80 | fresh << 5 | size - 1 >> 16]) + (size - 1 & 0xffff).to_bytes(2, 'big')
            out += (len(packed) - 1).to_bytes(2, 'big')
            if fresh > 1:
                out.append((props[2] * 5 + props[1]) * 9 + props[0])
            out += packed
            fresh = 0
        else:
            out += bytes([1 if fresh == 3 else 2]) + (size - 1).to_bytes(2, 'big') + data[at:end]
            fresh = 2 if fresh > 1 else 1
            coder.reset()
        at = end
    return bytes(out + b'\0')


def unchunked(data, at, partly=False):
    """What LZMA2 stands for, and where it ends. `partly`: a chunk of which not all is there is read as far as it is."""
    out = bytearray()
    try:
        return out, _chunks_read(data, at, out, partly)
    except _More:
        raise _More(bytes(out)) from None


def _chunks_read(data, at, out, partly):
    coder, start, fresh = None, 0, True
    while True:
        control, = piece(data, at, 1)
        if not control:
            return at + 1
        if control >= 0xe0 or control == 1:
            start, fresh = len(out), False
        elif fresh or 2 < control < 0x80:
            raise corrupt()
        size = 1 + int.from_bytes(piece(data, at + 1, 2), 'big')
        if control < 3:
            out += piece(data, at + 3, size)
            at += 3 + size
            continue
        size += (control & 31) << 16
        packed, at = 1 + int.from_bytes(piece(data, at + 3, 2), 'big'), at + 5
        if control >= 0xc0:
            coder, at = Reader(*properties(piece(data, at, 1)[0])), at + 1
        elif coder is None:
            raise corrupt()
        elif control >= 0xa0:
            coder.reset()
        is_whole = len(data) >= at + packed
        if not is_whole and not partly:
            raise _More
        coder.start(data[:at + packed], at)
        try:
            coder.base = start
            coder.read(out, len(out) + size)
        except (_More, IndexError):
            if is_whole:
                raise corrupt() from None
            raise _More from None
        if not is_whole:
            raise _More
        at += packed


def piece(data, at, size):
    if len(data) < at + size:
        raise _More
    return data[at:at + size]


def properties(byte):
    byte, lc = divmod(byte, 9)
    if byte > 24 or lc + byte % 5 > 4:
        raise no_format()
    return lc, byte % 5, byte // 5
