"""Programs of the simulated machine that say in what files differ: `diff`, `cmp`, `comm`."""
import os
import sys
import time
from _command_lines import Inputs, fail, options, put, say

_LONG = {'unified': 'U', 'brief': 'q', 'report-identical-files': 's', 'recursive': 'r', 'ignore-case': 'i', 'ignore-all-space': 'w',
         'ignore-space-change': 'b', 'ignore-blank-lines': 'B', 'new-file': 'N', 'text': 'a', 'label': 'L', 'side-by-side': 'y',
         'context': 'C', 'normal': 'n', 'minimal': 'd'}


def _diff(args):
    # -u may stand for -U 3 anywhere among its letters.
    given, names = options('diff', ['-U3' if arg in ('-u', '--unified') else arg for arg in args], 'uqsriwbBNad', 'UL', _LONG,
                           'ceEfFHIlnpStTvWxXyC', 2)
    if len(names) != 2:
        say('diff: ' + (f"extra operand '{names[2]}'" if len(names) > 2 else f"missing operand after '{names[0] if names else 'diff'}'"))
        fail('diff', "Try 'diff --help' for more information.", 2, hint=False)
    given['args'] = ' '.join(args[:len(args) - 2])
    one, two = names
    folders = os.path.isdir(one), os.path.isdir(two)
    if folders == (True, True):
        return _folders(one, two, given)
    if folders[0]:
        one = os.path.join(one, os.path.basename(two))
    elif folders[1]:
        two = os.path.join(two, os.path.basename(one))
    return _files(one, two, given)


def _read(name):
    if name == '-':
        return sys.stdin.buffer.read()
    with open(name, 'rb') as file:
        return file.read()


def _files(one, two, given, titled=False):
    """0: the same, 1: they differ, 2: one cannot be read."""
    contents = []
    for name in (one, two):
        try:
            contents.append(_read(name))
        except OSError as error:
            if error.errno == 2 and 'N' in given:
                contents.append(b'')
                continue
            say(f'diff: {name}: {error.strerror}')
    if len(contents) < 2:
        return 2
    lines = [content.splitlines(True) for content in contents]
    changes = [] if contents[0] == contents[1] else _changes(*([_seen(line, given) for line in side] for side in lines))
    if 'B' in given:
        changes = [change for change in changes if any(line.strip() for side, (first, last) in zip(lines, (change[:2], change[2:]))
                                                       for line in side[first:last])]
    if not changes:
        if 's' in given:
            print(f'Files {one} and {two} are identical')
        return 0
    if 'q' in given:
        print(f'Files {one} and {two} differ')
        return 1
    if b'\0' in contents[0] + contents[1] and 'a' not in given:
        print(f'Binary files {one} and {two} differ')
        return 1
    if titled:
        print(f'diff {given["args"]} {one} {two}'.replace('  ', ' '))
    if 'U' in given or 'u' in given:
        _unified((one, two), lines, changes, int(given.get('U', 3)), given)
    else:
        _normal(lines, changes)
    return 1


def _seen(line, given):
    """A line as far as it counts."""
    if 'w' in given:
        line = b''.join(line.split())
    elif 'b' in given:
        line = b' '.join(line.rstrip().split()) if line[:1].strip() else b' ' + b' '.join(line.split())
    return line.lower() if 'i' in given else line


def _folders(one, two, given):
    names, status = [set(os.listdir(folder)) for folder in (one, two)], 0
    for name in sorted(names[0] | names[1]):
        paths = [os.path.join(folder, name) for folder in (one, two)]
        if name not in names[0] & names[1] and 'N' not in given:
            print(f'Only in {one if name in names[0] else two}: {name}')
            status = max(status, 1)
        elif all(map(os.path.isdir, paths)):
            if 'r' in given:
                status = max(status, _folders(*paths, given))
            else:
                print(f'Common subdirectories: {paths[0]} and {paths[1]}')
        else:
            status = max(status, _files(*paths, given, titled=True))
    return status


def _changes(one, two):
    """What is to be replaced: (first, last, first, last) of both, in order. The shortest way there (E. W. Myers, 1986), with
    runs as far towards the end as they go."""
    common = {*one} & {*two}
    kept = [[at for at, line in enumerate(side) if line in common] for side in (one, two)]
    changed = [[line not in common for line in side] for side in (one, two)]
    _mark([one[at] for at in kept[0]], [two[at] for at in kept[1]], kept, changed)
    for mine, theirs, lines in ((changed[0], changed[1], one), (changed[1], changed[0], two)):
        _shift(mine, theirs, lines)
    found, i, j = [], 0, 0
    while i < len(one) or j < len(two):
        begin = i, j
        while i < len(one) and changed[0][i]:
            i += 1
        while j < len(two) and changed[1][j]:
            j += 1
        if (i, j) != begin:
            found.append((begin[0], i, begin[1], j))
        i, j = i + 1, j + 1
    return found


def _mark(one, two, kept, changed):
    """Marks what is on no way that both have in common, from the middle of the shortest way outward."""
    work = [(0, len(one), 0, len(two))]
    while work:
        left, right, low, high = work.pop()
        while left < right and low < high and one[left] == two[low]:
            left, low = left + 1, low + 1
        while left < right and low < high and one[right - 1] == two[high - 1]:
            right, high = right - 1, high - 1
        if left == right:
            for at in range(low, high):
                changed[1][kept[1][at]] = True
        elif low == high:
            for at in range(left, right):
                changed[0][kept[0][at]] = True
        else:
            x, y = _middle(one, two, left, right, low, high)
            work += [(left, x, low, y), (x, right, y, high)]


def _middle(one, two, left, right, low, high):
    """Where the ways from both ends meet."""
    first, last = left - high, right - low
    from_start, from_end = left - low, right - high
    forward, backward = {from_start: left}, {from_end: right}
    start_low = start_high = from_start
    end_low = end_high = from_end
    odd = (from_start - from_end) & 1
    while True:
        start_low, start_high = _widened(forward, start_low, start_high, first, last, -1)
        for diagonal in range(start_high, start_low - 1, -2):
            below, above = forward[diagonal - 1], forward[diagonal + 1]
            x = above if below < above else below + 1
            while x < right and x - diagonal < high and one[x] == two[x - diagonal]:
                x += 1
            forward[diagonal] = x
            if odd and end_low <= diagonal <= end_high and backward[diagonal] <= x:
                return x, x - diagonal
        end_low, end_high = _widened(backward, end_low, end_high, first, last, 1 << 60)
        for diagonal in range(end_high, end_low - 1, -2):
            below, above = backward[diagonal - 1], backward[diagonal + 1]
            x = below if below < above else above - 1
            while left < x and low < x - diagonal and one[x - 1] == two[x - diagonal - 1]:
                x -= 1
            backward[diagonal] = x
            if not odd and start_low <= diagonal <= start_high and x <= forward[diagonal]:
                return x, x - diagonal


def _widened(ways, least, most, first, last, nowhere):
    """The diagonals that one step more reaches, of those that there are."""
    if least > first:
        least -= 1
        ways[least - 1] = nowhere
    else:
        least += 1
    if most < last:
        most += 1
        ways[most + 1] = nowhere
    else:
        most -= 1
    return least, most


def _shift(mine, theirs, lines):
    """Moves each run of changes as far to the end as the lines around allow, or to where it stands beside one of the other
    side's; runs that meet become one."""
    end = len(mine)
    # What lies beyond either end has not changed.
    own, other = [*mine, False], [*theirs, False, False]
    i = j = 0

    def back(at, changed):
        at -= 1
        while at >= 0 and changed[at]:
            at -= 1
        return at
    while True:
        while i < end and not own[i]:
            while other[j]:
                j += 1
            i, j = i + 1, j + 1
        if i == end:
            break
        start = i
        while own[i]:
            i += 1
        while other[j]:
            j += 1
        while True:
            length = i - start
            while start and lines[start - 1] == lines[i - 1]:
                start, i = start - 1, i - 1
                own[start], own[i] = True, False
                while start and own[start - 1]:
                    start -= 1
                j = back(j, other)
            beside = i if j > 0 and other[j - 1] else end
            while i != end and lines[start] == lines[i]:
                own[start], own[i] = False, True
                start, i = start + 1, i + 1
                while own[i]:
                    i += 1
                j += 1
                while other[j]:
                    beside = i
                    j += 1
            if length == i - start:
                break
        while beside < i:
            start, i = start - 1, i - 1
            own[start], own[i] = True, False
            j = back(j, other)
    mine[:] = own[:end]


def _show(sign, lines):
    for line in lines:
        put(sign + line if line.endswith(b'\n') else sign + line + b'\n\\ No newline at end of file\n')


def _normal(lines, changes):
    for first, last, low, high in changes:
        letter = 'a' if first == last else 'd' if low == high else 'c'
        places = [_place(a, b) for a, b in ((first, last), (low, high))]
        put(f'{places[0]}{letter}{places[1]}\n')
        _show(b'< ', lines[0][first:last])
        if letter == 'c':
            put('---\n')
        _show(b'> ', lines[1][low:high])


def _place(first, last):
    return str(first) if first == last else str(last) if last == first + 1 else f'{first + 1},{last}'


def _unified(names, lines, changes, around, given):
    labels = given.get('L')
    for sign, name in zip(('---', '+++'), names):
        moment = time.time() if name == '-' or not os.path.exists(name) else os.stat(name).st_mtime_ns
        nanoseconds = moment if isinstance(moment, int) else int(moment * 10 ** 9)
        when = time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(nanoseconds // 10 ** 9)) + f'.{nanoseconds % 10 ** 9:09} +0000'
        put(f'{sign} {labels or name}' + ('\n' if labels else f'\t{when}\n'))
    hunks = []
    for change in changes:
        if hunks and change[0] - hunks[-1][-1][1] <= 2 * around:
            hunks[-1].append(change)
        else:
            hunks.append([change])
    for hunk in hunks:
        before, behind = min(around, hunk[0][0], hunk[0][2]), min(around, len(lines[0]) - hunk[-1][1], len(lines[1]) - hunk[-1][3])
        first, last, low, high = hunk[0][0] - before, hunk[-1][1] + behind, hunk[0][2] - before, hunk[-1][3] + behind
        put(f'@@ -{_range(first, last)} +{_range(low, high)} @@\n')
        at = first
        for begin, end, start, stop in hunk:
            _show(b' ', lines[0][at:begin])
            _show(b'-', lines[0][begin:end])
            _show(b'+', lines[1][start:stop])
            at = end
        _show(b' ', lines[0][at:last])


def _range(first, last):
    return f'{first + 1}' if last == first + 1 else f'{first + (last > first)},{last - first}'


def _cmp(args):
    given, names = options('cmp', args, 'lsb', 'n', {'verbose': 'l', 'quiet': 's', 'silent': 's', 'bytes': 'n'}, 'i', 2)
    if not names:
        fail('cmp', "missing operand after 'cmp'", 2)
    names = names if len(names) > 1 else [*names, '-']
    try:
        one, two = map(_read, names[:2])
    except OSError as error:
        if 's' not in given:
            say(f'cmp: {error.filename}: {error.strerror}')
        return 2
    if 'n' in given:
        one, two = one[:int(given['n'])], two[:int(given['n'])]
    places = [at for at, (a, b) in enumerate(zip(one, two)) if a != b]
    if 's' in given or one == two:
        return int(one != two)
    if 'l' in given:
        for at in places:
            print(f'{at + 1:{len(str(min(len(one), len(two))))}} {one[at]:3o} {two[at]:3o}')
    elif places:
        at = places[0]
        print(f'{names[0]} {names[1]} differ: byte {at + 1}, line {one.count(10, 0, at) + 1}')
        return 1
    if len(one) != len(two):
        short, data = (names[0], one) if len(one) < len(two) else (names[1], two)
        if not data:
            say(f'cmp: EOF on {short} which is empty')
        else:
            lines = data.count(b'\n')
            line = '' if 'l' in given else f', line {lines}' if data.endswith(b'\n') else f', in line {lines + 1}'
            say(f'cmp: EOF on {short} after byte {len(data)}{line}')
    return 1


def _comm(args):
    given, names = options('comm', args, '123', '', {'total': 't'}, 'z')
    if len(names) < 2:
        fail('comm', f"missing operand after ‘{names[0]}’" if names else 'missing operand')
    if len(names) > 2:
        fail('comm', f'extra operand ‘{names[2]}’')
    columns = []
    for name in names:
        inputs = Inputs('comm', [name])
        columns.append(list(inputs.lines()))
        if inputs.status:
            return 1
    one, two = columns
    i = j = 0
    shown = {letter: '\t' * sum(before not in given for before in '123'[:at]) for at, letter in enumerate('123') if letter not in given}
    while i < len(one) or j < len(two):
        kind = '1' if j == len(two) or i < len(one) and one[i] < two[j] else '2' if i == len(one) or two[j] < one[i] else '3'
        line = two[j] if kind == '2' else one[i]
        i, j = i + (kind != '2'), j + (kind != '1')
        if kind in shown:
            put(f'{shown[kind]}{line}\n')
    return 0


PROGRAMS = {'diff': _diff, 'cmp': _cmp, 'comm': _comm}
