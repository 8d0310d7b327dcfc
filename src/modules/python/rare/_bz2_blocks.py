"""Blocks of the format, packed and unpacked."""
import re as _re

__name__ = 'bz2'  # where what is here is said to be  #: in bz2.py

_BLOCK, _END, _TABLE = 0x314159265359, 0x177245385090, []


def _crc(data):
    if not _TABLE:
        for byte in range(256):
            value = byte << 24
            for _ in range(8):
                value = value << 1 ^ (0x04c11db7 if value & 0x80000000 else 0)
            _TABLE.append(value & 0xffffffff)
    value, table = 0xffffffff, _TABLE
    for byte in data:
        value = (value << 8 & 0xffffff00) ^ table[value >> 24 ^ byte]
    return value ^ 0xffffffff


class _More(Exception):
    """Not all is there; what it stands for as far as it is, if that is known."""


class _Bits:
    """Bytes, bit by bit."""

    def __init__(self, data, at):
        self.data, self.at, self.held, self.count = data, at, 0, 0

    def take(self, count):
        while self.count < count:
            piece = self.data[self.at:self.at + 8]
            if not piece:
                raise _More
            self.at += len(piece)
            self.held = self.held << 8 * len(piece) | int.from_bytes(piece, 'big')
            self.count += 8 * len(piece)
        self.count -= count
        found = self.held >> self.count
        self.held &= (1 << self.count) - 1
        return found

    def place(self):
        """The first byte that is not touched."""
        return self.at - self.count // 8


def _wrong():
    return OSError('Invalid data stream')


def _stream(data):  #: -
    """What a stream stands for, and where it ends."""
    if data[:3] != b'BZh'[:len(data)] or len(data) > 3 and not 49 <= data[3] <= 57:
        raise _wrong()
    if len(data) < 4:
        raise _More
    found = []
    try:
        end = _blocks(_Bits(data, 4), (data[3] - 48) * 100000, found)
    except _More:
        raise _More(b''.join(found)) from None
    return b''.join(found), end


def _blocks(bits, size, found):
    """Where the stream ends; its blocks are added to `found`."""
    whole = 0
    while True:
        magic = bits.take(48)
        crc = bits.take(32)
        if magic == _END:
            if crc != whole:
                raise _wrong()
            return bits.place()
        if magic != _BLOCK:
            raise _wrong()
        block = _unrun(_unsorted(*_symbols(bits, size)))
        if _crc(block) != crc:
            raise _wrong()
        whole = (whole << 1 | whole >> 31) & 0xffffffff ^ crc
        found.append(block)


def _symbols(bits, size):
    """The last column of a block's rotations, and the row that is the block."""
    if bits.take(1):
        raise _wrong()
    origin, rows = bits.take(24), bits.take(16)
    used = [16 * row + byte for row in range(16) if rows >> 15 - row & 1
            for taken in [bits.take(16)] for byte in range(16) if taken >> 15 - byte & 1]
    groups, count = bits.take(3), bits.take(15)
    if not used or not 2 <= groups <= 6 or not count:
        raise _wrong()
    order, selectors = list(range(groups)), []
    for _ in range(count):
        at = 0
        while bits.take(1):
            at += 1
            if at >= groups:
                raise _wrong()
        order.insert(0, order.pop(at))
        selectors.append(order[0])
    tables = []
    for _ in range(groups):
        length, lengths = bits.take(5), []
        for _ in range(len(used) + 2):
            while bits.take(1):
                length += -1 if bits.take(1) else 1
            if not 1 <= length <= 20:
                raise _wrong()
            lengths.append(length)
        tables.append({(length, code): symbol for symbol, (length, code) in enumerate(zip(lengths, _codes(lengths)))})
    out, run, power, take, end = bytearray(), 0, 1, bits.take, len(used) + 1
    for selector in selectors:
        table = tables[selector]
        for _ in range(50):
            code, length = 0, 0
            while True:
                code, length = code << 1 | take(1), length + 1
                symbol = table.get((length, code))
                if symbol is not None:
                    break
                if length > 20:
                    raise _wrong()
            if symbol < 2:
                run, power = run + (power << symbol), power << 1
                if run > size:
                    raise _wrong()
                continue
            if run:
                out += bytes([used[0]]) * run
                run, power = 0, 1
            if symbol == end:
                if origin >= len(out) or len(out) > size:
                    raise _wrong()
                return out, origin
            byte = used.pop(symbol - 1)
            used.insert(0, byte)
            out.append(byte)
    raise _wrong()


def _codes(lengths):
    """The codes of these lengths, in their order."""
    codes, code = [0] * len(lengths), 0
    for length in range(min(lengths), max(lengths) + 1):
        for symbol, its in enumerate(lengths):
            if its == length:
                codes[symbol] = code
                code += 1
        code <<= 1
    return codes


def _unsorted(column, origin):
    """The block whose sorted rotations end in that column."""
    after = sorted(range(len(column)), key=column.__getitem__)
    out, at = bytearray(), origin
    for _ in column:
        at = after[at]
        out.append(column[at])
    return out


def _unrun(data):
    """Behind four of a byte stands how many more there are."""
    return _re.sub(rb'(?s)(.)\1{3}(.)', lambda match: match[1] * (4 + match[2][0]), bytes(data))


def _runs(data, most):
    """Blocks with runs of four to 255 shortened, and what each stands for."""
    block, start, at = bytearray(), 0, 0
    for match in _re.finditer(rb'(?s)(.)\1{0,254}', data):
        if len(block) >= most:
            yield bytes(block), data[start:match.start()]
            block, start = bytearray(), match.start()
        length = match.end() - match.start()
        block += match[1] * min(length, 4)
        if length >= 4:
            block.append(length - 4)
    if block:
        yield bytes(block), data[start:]


def _sorted(block):
    """The last column of the block's sorted rotations, and the row that is the block."""
    size = len(block)
    double, width = block + block[:8], 8
    while len(double) < size + 8:
        double += block[:size + 8 - len(double)]
    keys = [double[at:at + 8] for at in range(size)]
    while True:
        # Equal rotations come last first, as in bzip2.
        rows = sorted(range(size - 1, -1, -1), key=keys.__getitem__)
        ranks, rank, before = [0] * size, -1, None
        for row in rows:
            if keys[row] != before:
                rank, before = rank + 1, keys[row]
            ranks[row] = rank
        if rank == size - 1 or width >= size:
            break
        keys = [ranks[at] * size + ranks[(at + width) % size] for at in range(size)]
        width *= 2
    return bytes(block[row - 1] for row in rows), rows.index(0)


def _fronted(column):
    """The symbols of a column: places in a list whose last used comes first, and runs of its first."""
    used = sorted(set(column))
    order, symbols, run = used.copy(), [], 0
    for byte in column:
        at = order.index(byte)
        if not at:
            run += 1
            continue
        while run:
            symbols.append(1 - run % 2)
            run = (run - 1) // 2
        order.insert(0, order.pop(at))
        symbols.append(at + 1)
    while run:
        symbols.append(1 - run % 2)
        run = (run - 1) // 2
    return used, symbols + [len(used) + 1]


def _lengths(counts):
    """How long each symbol's code is: at most 17."""
    size = len(counts)
    weights = [0] + [(count or 1) << 8 for count in counts]
    while True:
        parents, heap, weight = [-1] * (size + 1), [0], weights.copy()

        def up(at):
            node = heap[at]
            while weight[node] < weight[heap[at >> 1]]:
                heap[at] = heap[at >> 1]
                at >>= 1
            heap[at] = node

        def lowest():
            found, node = heap[1], heap.pop()
            if len(heap) > 1:
                at = 1
                while (child := 2 * at) < len(heap):
                    if child + 1 < len(heap) and weight[heap[child + 1]] < weight[heap[child]]:
                        child += 1
                    if weight[node] < weight[heap[child]]:
                        break
                    heap[at], at = heap[child], child
                heap[at] = node
            return found

        for node in range(1, size + 1):
            heap.append(node)
            up(len(heap) - 1)
        while len(heap) > 2:
            first, second = lowest(), lowest()
            one, two = weight[first], weight[second]
            parents[first] = parents[second] = len(weight)
            heap.append(len(weight))
            weight.append((one & ~255) + (two & ~255) | 1 + max(one & 255, two & 255))
            parents.append(-1)
            up(len(heap) - 1)
        lengths = []
        for node in range(1, size + 1):
            length = 0
            while parents[node] >= 0:
                node, length = parents[node], length + 1
            lengths.append(length)
        if max(lengths) <= 17:
            return lengths
        weights = [0] + [1 + (weight >> 8) // 2 << 8 for weight in weights[1:]]


def _tables(symbols, size):
    """Lengths of codes, and which group of fifty has which."""
    count = len(symbols)
    groups = next((groups for most, groups in ((200, 2), (600, 3), (1200, 4), (2400, 5)) if count < most), 6)
    counts = [0] * size
    for symbol in symbols:
        counts[symbol] += 1
    tables, start, rest = [None] * groups, 0, count
    for left in range(groups, 0, -1):
        end, sum_ = start - 1, 0
        while sum_ < rest // left and end < size - 1:
            end += 1
            sum_ += counts[end]
        if end > start and left not in (groups, 1) and (groups - left) % 2:
            sum_ -= counts[end]
            end -= 1
        tables[left - 1] = [0 if start <= symbol <= end else 15 for symbol in range(size)]
        start, rest = end + 1, rest - sum_
    pieces = [symbols[at:at + 50] for at in range(0, count, 50)]
    for _ in range(4):
        selectors, used = [], [[0] * size for _ in tables]
        for piece in pieces:
            costs = [sum([table[symbol] for symbol in piece]) for table in tables]
            selectors.append(costs.index(min(costs)))
            for symbol in piece:
                used[selectors[-1]][symbol] += 1
        tables = [_lengths(counts) for counts in used]
    return tables, selectors, pieces


def _written(data, level):
    """A whole stream."""
    parts, whole = ['{:032b}'.format(int.from_bytes(b'BZh%d' % level, 'big'))], 0
    for block, source in _runs(data, level * 100000 - 19):
        crc = _crc(source)
        whole = (whole << 1 | whole >> 31) & 0xffffffff ^ crc
        column, origin = _sorted(block)
        used, symbols = _fronted(column)
        tables, selectors, pieces = _tables(symbols, len(used) + 2)
        rows = [sum(1 << 15 - byte % 16 for byte in used if byte // 16 == row) for row in range(16)]
        parts.append(f'{_BLOCK:048b}{crc:032b}0{origin:024b}')
        parts.append(''.join('1' if row else '0' for row in rows) + ''.join(f'{row:016b}' for row in rows if row))
        parts.append(f'{len(tables):03b}{len(selectors):015b}')
        order = list(range(len(tables)))
        for selector in selectors:
            at = order.index(selector)
            parts.append('1' * at + '0')
            order.insert(0, order.pop(at))
        codes = []
        for table in tables:
            length = table[0]
            parts.append(f'{length:05b}')
            for its in table:
                parts.append(('10' if its > length else '11') * abs(its - length) + '0')
                length = its
            codes.append([f'{code:0{its}b}' for code, its in zip(_codes(table), table)])
        for piece, selector in zip(pieces, selectors):
            table = codes[selector]
            parts += [table[symbol] for symbol in piece]
    text = ''.join(parts) + f'{_END:048b}{whole:032b}'
    text += '0' * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, 'big')
