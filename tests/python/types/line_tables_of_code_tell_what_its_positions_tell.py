# A code object's line table is decoded as Objects/locations.md has it, and gives the positions that the object gives.
def sample(values):
    total = 0
    for value in values:
        try:
            total += (value
                      + 1)
        except TypeError as error:
            print(
                error)
        finally:
            total = -total

    return [n for n in values if n], total


def decode(code):
    data, at, line = code.co_linetable, 0, code.co_firstlineno

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 63) << shift
            shift += 6
            if not byte & 64:
                return value

    def signed():
        value = number()
        return -(value >> 1) if value & 1 else value >> 1

    while at < len(data):
        first = data[at]
        at += 1
        kind, length = first >> 3 & 15, (first & 7) + 1
        end = columns = None
        if kind == 15:
            place = None, None, None, None
        elif kind == 14:
            line += signed()
            end = line + number()
            columns = [n - 1 if n else None for n in (number(), number())]
            place = line, end, *columns
        elif kind == 13:
            line += signed()
            place = line, line, None, None
        elif kind >= 10:
            line += kind - 10
            place = line, line, data[at], data[at + 1]
            at += 2
        else:
            start = kind * 8 + (data[at] >> 4)
            place = line, line, start, start + (data[at] & 15)
            at += 1
        yield from [place] * length


def offsets_of_lines(code):
    return {start: line for start, _, line in code.co_lines() if line is not None}


import warnings
warnings.simplefilter('ignore')
for code in sample.__code__, decode.__code__, compile('x = 1\n\n\ny = 2\n' + '\n' * 300 + 'z = 3', 's', 'exec'):
    print(list(decode(code)) == list(code.co_positions()))
    table, at, line, known = code.co_lnotab, 0, code.co_firstlineno, offsets_of_lines(code)
    agree = []
    for offset, step in zip(table[::2], table[1::2]):
        at, line = at + offset, line + (step - 256 if step > 127 else step)
        if offset:
            agree.append(at in known or offset == 255)
    print(all(agree), line in known.values())
print(sample.__code__.co_exceptiontable[0] & 128, (lambda: 1).__code__.co_exceptiontable)
