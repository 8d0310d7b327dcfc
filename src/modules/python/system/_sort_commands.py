"""What sort and uniq do."""
from _command_lines import Inputs, fail, number, options, put, say, text_of

_SORT = {'numeric-sort': 'n', 'reverse': 'r', 'unique': 'u', 'ignore-case': 'f', 'ignore-leading-blanks': 'b',
         'stable': 's', 'key': 'k', 'field-separator': 't', 'output': 'o', 'check': 'c', 'zero-terminated': 'z',
         'human-numeric-sort': 'h', 'version-sort': 'V', 'general-numeric-sort': 'g', 'month-sort': 'M',
         'random-sort': 'R', 'dictionary-order': 'd', 'ignore-nonprinting': 'i', 'merge': 'm'}


def _sort_key(text):
    """Where a key begins and ends, (field, character) each, and its letters."""
    import re
    found = re.fullmatch(r'(\d+)(?:\.(\d+))?([a-zA-Z]*)(?:,(\d+)(?:\.(\d+))?([a-zA-Z]*))?', text)
    if found is None:
        fail('sort', f'invalid number at field start: invalid count at start of ‘{text}’', 2, False)
    first, char, letters, last, last_char, more = found.groups()
    if first == '0':
        fail('sort', f'-: invalid field specification ‘{text}’' if last else
             f'field number is zero: invalid field specification ‘{text}’', 2, False)
    for letter in letters + (more or ''):
        if letter not in 'nrfb':
            import _frames
            _frames.not_supported(f'sort -k with «{letter}»', 'Python')
    end = None if last is None else (int(last), int(last_char or 0))
    return (int(first), int(char or 1)), end, letters, more or ''


def _field_places(line, separator):
    """Where each field begins and ends."""
    import re
    if separator is None:
        return [found.span() for found in re.finditer(r'[ \t]*[^ \t\n]+|[ \t]+$', line)]
    places, at = [], 0
    for piece in line.split(separator):
        places.append((at, at + len(piece)))
        at += len(piece) + 1
    return places


def _part(line, key, separator, blanks):
    (first, char), end, letters, more = key
    places = _field_places(line, separator)
    if first > len(places):
        return ''
    start, close = places[first - 1][0], len(line)
    if blanks or 'b' in letters:
        while start < len(line) and line[start] in ' \t':
            start += 1
    if end is not None and end[0] <= len(places):
        close = places[end[0] - 1][1] if not end[1] else places[end[0] - 1][0] + end[1]
    return line[start + char - 1:close]


def _value(text):
    import re
    found = re.match(r'[ \t]*(-?\d*\.?\d*)', text)[1]
    try:
        return float(found)
    except ValueError:
        return 0.0


def _sort(args):
    given, operands = options('sort', args, 'nrufbscz', 'kto', _SORT, 'hVgMRdimCST', 2)
    separator = given.get('t')
    if separator is not None and len(separator) != 1 and separator != '\\0':
        fail('sort', f'multi-character tab ‘{separator}’' if separator else 'empty tab', 2, False)
    keys = [_sort_key(text) for text in given.get('k', [])]
    inputs = Inputs('sort', operands, 2)
    if 'z' in given:
        lines = []
        for _, file in inputs:
            lines += text_of(file.read().removesuffix(b'\0')).split('\0')
    else:
        lines = list(inputs.lines())
    if inputs.status:
        return 2
    plain = ''.join(letter for letter in 'nrfb' if letter in given)

    def steps():
        """What lines are compared by: (key, whether backwards), first things first."""
        for key in keys:
            letters = key[2] + key[3] or plain
            yield _comparing(letters, lambda line, key=key: _part(line, key, separator, 'b' in plain)), 'r' in letters
        if not keys:
            yield _comparing(plain, lambda line: line.lstrip(' \t') if 'b' in plain else line), 'r' in plain
        if not given.keys() & {'s', 'u'}:
            yield _bytes, 'r' in plain
    ways = list(steps())
    made = list(lines)
    for way, backwards in reversed(ways):
        made.sort(key=way, reverse=backwards)

    def same(a, b):
        return all(way(a) == way(b) for way, _ in ways)
    if 'c' in given:
        for at in range(1, len(lines)):
            pair = [lines[at - 1], lines[at]]
            for way, backwards in reversed(ways):
                pair.sort(key=way, reverse=backwards)
            if pair[0] is not lines[at - 1] and pair[0] != lines[at - 1] or 'u' in given and same(*pair):
                say(f'sort: {(operands or ["-"])[0]}:{at + 1}: disorder: {lines[at]}')
                return 1
        return 0
    if 'u' in given:
        made = [line for at, line in enumerate(made) if not at or not same(line, made[at - 1])]
    end = '\0' if 'z' in given else '\n'
    text = ''.join(line + end for line in made)
    if 'o' in given:
        with open(given['o'], 'wb') as file:
            file.write(text.encode('utf-8', 'surrogateescape'))
    else:
        put(text)
    return 0


def _bytes(line):
    return line.encode('utf-8', 'surrogateescape')


def _comparing(letters, part):
    if 'n' in letters:
        return lambda line: _value(part(line))
    if 'f' in letters:
        return lambda line: _bytes(part(line).upper())
    return lambda line: _bytes(part(line))


def _uniq(args):
    long = {'count': 'c', 'repeated': 'd', 'unique': 'u', 'ignore-case': 'i', 'skip-fields': 'f', 'skip-chars': 's'}
    given, operands = options('uniq', args, 'cdui', 'fs', long, 'Dwz')
    skipped, chars = (number('uniq', given.get(letter, '0'), what) for letter, what in (
        ('f', 'invalid number of fields to skip'), ('s', 'invalid number of bytes to skip')))
    inputs = Inputs('uniq', operands[:1])

    def key(line):
        import re
        line = re.sub(r'^(?:[ \t]*[^ \t]+){0,%d}' % skipped, '', line)[chars:] if skipped or chars else line
        return line.lower() if 'i' in given else line
    made, before, count = '', None, 0

    def show():
        nonlocal made
        if count and not ('d' in given and count == 1 or 'u' in given and count > 1):
            made += (f'{count:7} ' if 'c' in given else '') + before + '\n'
    for line in inputs.lines():
        if count and key(line) == key(before):
            count += 1
            continue
        show()
        before, count = line, 1
    show()
    if len(operands) > 1:
        with open(operands[1], 'wb') as file:
            file.write(made.encode('utf-8', 'surrogateescape'))
    else:
        put(made)
    return inputs.status


PROGRAMS = {'sort': _sort, 'uniq': _uniq}
