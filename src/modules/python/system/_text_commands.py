"""Programs of the simulated machine that read text: filters of lines, fields and characters."""
import sys
from _command_lines import Failed, Inputs, fail, number, options, put, say, text_of

_HEAD = {'lines': 'n', 'bytes': 'c', 'quiet': 'q', 'silent': 'q', 'verbose': 'v', 'zero-terminated': 'z', 'follow': 'f'}


# Seconds after which files that are followed are looked at again: after news, and at most.
_SOON, _AT_LAST = 0.01, 0.08


def _ends(name):
    def program(args):
        args = list(args)
        first = args[0] if args else ''
        if first[:1] in ('-', '+' if name == 'tail' else '-') and first[1:].isdigit():
            args[0] = '-n' + (first if first[0] == '+' else first[1:])
        given, operands = options(name, args, 'qv' if name == 'head' else 'qvfF', 'nc' if name == 'head' else 'ncs', _HEAD, 'z' if name == 'head' else 'z')
        by_bytes = 'c' in given
        text = given.get('c', given.get('n', '10'))
        count = number(name, text, f'invalid number of {"bytes" if by_bytes else "lines"}', True)
        inputs = Inputs(name, operands)
        shows_names = 'v' in given or len(operands) > 1 and 'q' not in given
        followed = []
        for at, (shown, file) in enumerate(inputs):
            if shows_names:
                put(f'{chr(10) if at else ""}==> {"standard input" if shown == "-" else shown} <==\n')
            (_head if name == 'head' else _tail)(file, text, count, by_bytes)
            if given.keys() & {'f', 'F'} and shown != '-':
                followed.append((shown, open(shown, 'rb')))
                followed[-1][1].seek(file.tell())
        if followed:
            _follow(followed, shows_names)
        return inputs.status
    return program


def _follow(files, shows_names):
    """Goes on with what is added to files, until something ends the program."""
    import os
    import time
    last, pause = files[-1], _SOON
    while True:
        sys.stdout.flush()
        time.sleep(pause)
        pause = min(pause * 2, _AT_LAST)
        for named in files:
            shown, file = named
            if os.fstat(file.fileno()).st_size < file.tell():
                say(f'tail: {shown}: file truncated')
                file.seek(0)
            if added := file.read():
                if shows_names and named is not last:
                    put(f'\n==> {shown} <==\n')
                put(added)
                last, pause = named, _SOON


def _head(file, text, count, by_bytes):
    if text[0] == '-':
        kept = file.read() if by_bytes else file.readlines()
        kept = kept[:count] if count else kept
        put(kept if by_bytes else b''.join(kept))
    elif by_bytes:
        put(file.read(count))
    else:
        while count > 0 and (line := file.readline()):
            put(line)
            count -= 1


def _tail(file, text, count, by_bytes):
    kept = file.read() if by_bytes else file.readlines()
    count = abs(count)
    kept = kept[max(count - 1, 0):] if text[0] == '+' else kept[-count:] if count else kept[:0]
    put(kept if by_bytes else b''.join(kept))


def _wc(args):
    long = {'lines': 'l', 'words': 'w', 'bytes': 'c', 'chars': 'm', 'max-line-length': 'L'}
    given, operands = options('wc', args, 'lwcmL', '', long)
    wanted = [letter for letter in 'lwmcL' if letter in (given or 'lwc')]
    inputs, rows = Inputs('wc', operands), []
    for name, file in inputs:
        data = file.read()
        text = data.decode('utf-8', 'ignore')
        counts = {'l': data.count(b'\n'), 'w': len(data.split()), 'c': len(data), 'm': len(text),
                  'L': max(map(len, text.split('\n')))}
        rows.append(([counts[letter] for letter in wanted], len(data), name))
    if len(inputs.operands) > 1:
        totals = [(max if letter == 'L' else sum)(row[0][at] for row in rows) for at, letter in enumerate(wanted)]
        rows.append((totals, sum(row[1] for row in rows), 'total'))
    width = max((len(str(row[1])) for row in rows), default=1)
    if '-' in inputs.operands:
        width = 7
    if len(wanted) == 1 and len(rows) == 1:
        width = 1
    for counts, _, name in rows:
        put(' '.join(f'{count:{width}}' for count in counts) + ('' if not operands else f' {name}') + '\n')
    return inputs.status


# sort.

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


# grep.

# Options of `grep` without a letter: which files of a folder are read.
_CHOSEN = {'\1': 'include', '\2': 'exclude', '\3': 'exclude-dir'}
_GREP = {'ignore-case': 'i', 'invert-match': 'v', 'count': 'c', 'line-number': 'n', 'quiet': 'q', 'silent': 'q',
         'only-matching': 'o', 'files-with-matches': 'l', 'files-without-match': 'L', 'extended-regexp': 'E',
         'basic-regexp': 'G', 'fixed-strings': 'F', 'perl-regexp': 'P', 'word-regexp': 'w', 'line-regexp': 'x',
         'max-count': 'm', 'regexp': 'e', 'no-filename': 'h', 'with-filename': 'H', 'no-messages': 's', 'recursive': 'r',
         'after-context': 'A', 'before-context': 'B', 'context': 'C', 'file': 'f',
         'dereference-recursive': 'R', **{name: letter for letter, name in _CHOSEN.items()}}


def expression(text, extended):
    """A POSIX regular expression as Python writes it."""
    import re
    made, at, begins = '', 0, True
    while at < len(text):
        c = text[at]
        if c == '[':
            end = at + 1 + (text[at + 1:at + 2] == '^')
            end += text[end:end + 1] == ']'
            while text[end:end + 1] not in (']', ''):
                close = text.find(text[end + 1:end + 2] + ']', end + 2) if text[end:end + 2] in ('[:', '[.', '[=') else -1
                end = end + 1 if close < 0 else close + 2
            if end >= len(text):
                raise ValueError('Unmatched [, [^, [:, [., or [=' if extended else 'Invalid regular expression')
            made += _bracket(text[at + 1:end])
            at, begins = end + 1, False
            continue
        at += 1
        if c == '\\' and at < len(text):
            c, special = text[at], True
            at += 1
            if c in '<>':
                made += r'\b(?=\w)' if c == '<' else r'\b(?<=\w)'
            elif c in '(){}|+?':
                made += '\\' + c if extended else c
                begins = not extended and c in '(|'
                continue
            else:
                made += '\\' + c if c in 'wWsSbB123456789' or not c.isalnum() else c
        elif c == '^' and not extended and not begins or c == '$' and not extended and at < len(text) and text[at:at + 2] not in ('\\)', '\\|'):
            made += '\\' + c
        elif c == '*' and begins:
            made += '\\*' if not extended else ''
        elif c in '(){}|+?':
            made += c if extended else '\\' + c
            begins = extended and c in '(|'
            continue
        else:
            made += c if c in '.*^$' else re.escape(c)
        begins = c == '^' and begins
    return made


def _bracket(inner):
    classes = {'alpha': 'a-zA-Z', 'digit': '0-9', 'alnum': 'a-zA-Z0-9', 'upper': 'A-Z', 'lower': 'a-z', 'space': r'\s',
               'blank': ' \\t', 'punct': r'!-/:-@\[-`{-~', 'xdigit': '0-9A-Fa-f', 'cntrl': r'\x00-\x1f\x7f',
               'print': ' -~', 'graph': '!-~'}
    made = '^' if inner[:1] == '^' else ''
    inner = inner[len(made):].replace('\\', '\\\\')
    if inner[:1] == ']':
        inner = '\\' + inner
    for name, shown in classes.items():
        inner = inner.replace(f'[:{name}:]', f'\0{shown.replace("[", chr(1))}')
    return '[' + made + inner.replace('[', '\\[').replace('\0', '').replace('\1', '[') + ']'


def _below(operands, given):
    """The files that `grep -r` reads: those named, and those in the folders named."""
    import os
    from fnmatch import fnmatchcase

    def left_out(name, is_folder):
        if is_folder:
            return '\3' in given and fnmatchcase(name, given['\3'])
        return '\2' in given and fnmatchcase(name, given['\2']) or '\1' in given and not fnmatchcase(name, given['\1'])

    def inside(folder):
        for entry in os.scandir(folder or '.'):
            path, is_folder = os.path.join(folder, entry.name), entry.is_dir(follow_symlinks='R' in given)
            if left_out(entry.name, is_folder) or entry.is_symlink() and 'R' not in given:
                continue
            if is_folder:
                yield from inside(path)
            elif entry.is_file():
                yield path
    found = []
    for operand in operands:
        found += inside(operand) if not operand or os.path.isdir(operand) else [operand]
    return found or ['/dev/null']


def _grep(args):
    import os
    import re
    name = 'grep'
    numbered = [f'-C{a[1:]}' if a[:1] == '-' and a[1:].isdigit() else a for a in args]
    given, operands = options(name, numbered, 'ivcnqolLEGFPwxhHsyrR', 'meABC' + ''.join(_CHOSEN), _GREP, 'fzaIUZTbdD', 2)
    if 'e' not in given and not operands:
        say("Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.")
        return 2
    patterns = '\n'.join(given['e'] if 'e' in given else [operands.pop(0)]).split('\n')
    try:
        made = [re.escape(p) if 'F' in given else p if 'P' in given else expression(p, 'E' in given) for p in patterns]
        pattern = '|'.join(f'(?:{p})' for p in made)
        if 'x' in given:
            pattern = f'(?:{pattern})$'
        elif 'w' in given:
            pattern = rf'(?<!\w)(?:{pattern})(?!\w)'
        pattern = re.compile(pattern, re.IGNORECASE if given.keys() & {'i', 'y'} else 0)
    except ValueError as exc:
        fail(name, exc, 2, False)
    except re.error as exc:
        what = {'missing ), unterminated subpattern': 'Unmatched ( or \\(', 'unbalanced parenthesis': 'Unmatched ) or \\)'}
        fail(name, what.get(exc.msg, 'Invalid regular expression'), 2, False)
    matches = pattern.match if 'x' in given else pattern.search
    deep = bool(given.keys() & {'r', 'R'})
    inputs, any_found = Inputs(name, _below(operands or [''], given) if deep else operands, 2), False
    context = number(name, given.get('C', '0'), 'invalid context length argument')
    after, before = (number(name, given.get(letter, str(context)), 'invalid context length argument') for letter in 'AB')
    limit = number(name, given['m'], 'invalid max count') if 'm' in given else -1
    many = len(operands) > 1 or deep and (not operands or os.path.isdir(operands[0]))
    with_names = 'H' in given or many and 'h' not in given
    for shown, file in inputs:
        shown = '(standard input)' if shown == '-' else shown
        count, left, recent, last, at = 0, 0, [], 0, 0

        def show(number, mark, text):
            put((shown + mark if with_names else '') + (f'{number}{mark}' if 'n' in given else '') + text + '\n')
        silent = given.keys() & {'c', 'q', 'l', 'L'}
        while (count != limit or left) and (line := file.readline()):
            at += 1
            text = text_of(line.removesuffix(b'\n'))
            if count != limit and bool(matches(text)) != ('v' in given):
                count += 1
                if 'q' in given:
                    return 0
                if silent:
                    continue
                if 'o' in given:
                    for found in () if 'v' in given else pattern.finditer(text):
                        if found[0]:
                            show(at, ':', found[0])
                    continue
                if (after or before) and last and at - len(recent) > last + 1:
                    put('--\n')
                for number_before, old in recent:
                    show(number_before, '-', old)
                show(at, ':', text)
                recent, last, left = [], at, after
            elif left:
                left -= 1
                last = at
                show(at, '-', text)
            elif before:
                recent = [*recent, (at, text)][-before:]
        any_found = any_found or bool(count)
        if given.keys() & {'l', 'L'}:
            if bool(count) != ('L' in given):
                put(shown + '\n')
        elif 'c' in given:
            put((f'{shown}:' if with_names else '') + f'{count}\n')
    return inputs.status or int(not any_found)


# Fields and characters.

def _cut_places(text, what):
    """Pairs of first and last."""
    places = []
    for piece in text.replace(' ', ',').split(','):
        first, dash, last = piece.partition('-')
        if not (first or last) or not all(part.isdigit() for part in (first, last) if part):
            if piece.strip('-') or not piece:
                shown = f'invalid {"field" if what == "f" else "byte/character position"} value ‘{piece}’'
                fail('cut', shown if piece else 'fields are numbered from 1')
            fail('cut', 'invalid range with no endpoint: -')
        begin, end = int(first or 1), (int(last) if last else None) if dash else int(first)
        if begin == 0 or end == 0:
            fail('cut', 'fields are numbered from 1' if what == 'f' else 'byte/character positions are numbered from 1')
        if end is not None and end < begin:
            fail('cut', 'invalid decreasing range')
        places.append((begin, end))
    return places


def _cut(args):
    long = {'bytes': 'b', 'characters': 'c', 'fields': 'f', 'delimiter': 'd', 'only-delimited': 's', 'complement': 'C',
            'output-delimiter': 'O'}
    given, operands = options('cut', args, 'snC', 'bcfdO', long, 'z')
    wanted = [letter for letter in 'bcf' if letter in given]
    if not wanted:
        fail('cut', 'you must specify a list of bytes, characters, or fields')
    if len(wanted) > 1:
        fail('cut', 'only one list may be specified')
    kind, separator = wanted[0], given.get('d', '\t')
    if kind != 'f' and 'd' in given:
        fail('cut', 'an input delimiter may be specified only when operating on fields')
    if len(separator.encode()) > 1:
        fail('cut', 'the delimiter must be a single character')
    places = _cut_places(given[kind], kind)
    between = given.get('O', separator if kind == 'f' else '').encode()
    inputs = Inputs('cut', operands)
    for line in inputs.lines():
        line = line.encode('utf-8', 'surrogateescape')
        pieces = line.split(separator.encode()) if kind == 'f' else [line[at:at + 1] for at in range(len(line))]
        if kind == 'f' and len(pieces) == 1:
            if 's' not in given:
                put(line + b'\n')
            continue
        put(between.join(piece for at, piece in enumerate(pieces, 1) if ('C' in given) != any(
            begin <= at and (end is None or at <= end) for begin, end in places)) + b'\n')
    return inputs.status


def _spread(text, length=0):
    """The characters that a set of `tr` names, in order. length: as many as `[c*]` fills up to."""
    import re
    classes = {'lower': 'a-z', 'upper': 'A-Z', 'digit': '0-9', 'alpha': 'A-Za-z', 'alnum': '0-9A-Za-z', 'blank': '\t ',
               'space': '\t-\r ', 'xdigit': '0-9A-Fa-f', 'punct': '!-/:-@[-`{-~', 'cntrl': '\0-\37\177', 'print': ' -~',
               'graph': '!-~'}

    def members(found):
        if found[1] not in classes:
            fail('tr', f'invalid character class ‘{found[1]}’', hint=False)
        return classes[found[1]]
    text = re.sub(r'\[:(\w+):\]', members, text)
    codes = {'n': '\n', 't': '\t', 'r': '\r', 'f': '\f', 'v': '\v', 'a': '\a', 'b': '\b'}
    chars = []
    for found in re.finditer(r'\\([0-7]{1,3}|.)|(.)', text, re.S):
        if found[1] is None:
            chars.append((found[2], False))
        else:
            chars.append((chr(int(found[1], 8)) if found[1].isdigit() else codes.get(found[1], found[1]), True))
    made, at, filler = [], 0, None
    while at < len(chars):
        times = re.match(r'\*(\d*)]', ''.join(c for c, _ in chars[at + 2:])) if chars[at] == ('[', False) else None
        if times:
            count = int(times[1] or '0', 8 if times[1][:1] == '0' else 10)
            filler = filler if count else (len(made), chars[at + 1][0])
            made += chars[at + 1][0] * count
            at += 2 + len(times[0])
        elif at + 2 < len(chars) and chars[at + 1] == ('-', False):
            first, last = ord(chars[at][0]), ord(chars[at + 2][0])
            if first > last:
                shown = f'{chars[at][0]}-{chars[at + 2][0]}'
                fail('tr', f"range-endpoints of '{shown}' are in reverse collating sequence order", hint=False)
            made += map(chr, range(first, last + 1))
            at += 3
        else:
            made.append(chars[at][0])
            at += 1
    if filler:
        place, c = filler
        made[place:place] = c * (length - len(made))
    return made


def _tr(args):
    # Options stand before the sets.
    count = next((at for at, arg in enumerate(args) if arg[:1] != '-' or arg in ('-', '--')), len(args))
    long = {'delete': 'd', 'squeeze-repeats': 's', 'complement': 'c', 'truncate-set1': 't'}
    given, _ = options('tr', args[:count], 'dscCt', '', long)
    operands = args[count + (args[count:count + 1] == ['--']):]
    complement, most = given.keys() & {'c', 'C'}, 1 + (('d' in given) == ('s' in given))
    if not operands:
        fail('tr', 'missing operand')
    if len(operands) < 2 and not given.keys() & {'d', 's'}:
        fail('tr', f'missing operand after ‘{operands[0]}’\nTwo strings must be given when translating.')
    if len(operands) > max(most, 2 if 's' in given else most):
        only = '' if most == 2 else '\nOnly one string may be given when deleting without squeezing repeats.'
        fail('tr', f'extra operand ‘{operands[most]}’{only}')
    # It goes by bytes.
    first, second = (text.encode('utf-8', 'surrogateescape').decode('latin-1') for text in [*operands, ''][:2])
    first = _spread(first)
    if complement:
        chosen = set(first)
        first = [chr(code) for code in range(256) if chr(code) not in chosen]
    second = _spread(second, len(first))
    table = {}
    if 'd' in given:
        table = dict.fromkeys(map(ord, first))
    elif len(operands) > 1:
        if not second:
            fail('tr', 'when not truncating set1, string2 must be non-empty', hint=False)
        if 't' not in given:
            second += second[-1:] * (len(first) - len(second))
        table = {ord(a): b for a, b in zip(first, second)}
    squeezed = set() if 's' not in given else set(second if len(operands) > 1 else first)
    last = None
    while line := sys.stdin.buffer.readline():
        line = line.decode('latin-1').translate(table)
        if squeezed:
            kept = []
            for c in line:
                if c != last or c not in squeezed:
                    kept.append(c)
                last = c
            line = ''.join(kept)
        put(line.encode('latin-1'))
    return 0


def _visible(code):
    """A byte as `cat -v` shows it."""
    if code >= 128:
        return b'M-' + (_visible(code - 128) if code not in (137, 138) else b'^' + bytes([code - 64]))
    if code == 127:
        return b'^?'
    return bytes([code]) if code >= 32 or code in b'\t\n' else b'^' + bytes([code + 64])


def _cat(args):
    long = {'number': 'n', 'number-nonblank': 'b', 'squeeze-blank': 's', 'show-ends': 'E', 'show-tabs': 'T',
            'show-all': 'A', 'show-nonprinting': 'v'}
    given, operands = options('cat', args, 'nbsETAuetv', '', long)
    inputs, count, blank = Inputs('cat', operands), 0, False
    shows = {letter for letters in given for letter in {'A': 'vET', 'e': 'vE', 't': 'vT', 'u': ''}.get(letters, letters)}
    for _, file in inputs:
        # Line by line, as they come; or whatever comes, where lines have no part in it.
        while line := file.readline() if shows else file.read1(131072):
            if not shows:
                put(line)
                sys.stdout.flush()
                continue
            if line == b'\n' and blank and 's' in given:
                continue
            blank = line == b'\n'
            if 'b' in given and not blank or 'n' in given and 'b' not in given:
                count += 1
                put(f'{count:6}\t')
            if 'v' in shows:
                line = b''.join(map(_visible, line))
            line = line.replace(b'\t', b'^I') if 'T' in shows else line
            put(line.replace(b'\n', b'$\n') if 'E' in shows else line)
            sys.stdout.flush()
    return inputs.status


def _tee(args):
    given, operands = options('tee', args, 'ai', '', {'append': 'a', 'ignore-interrupts': 'i'}, 'p')
    files, status = [], 0
    for operand in operands:
        try:
            files.append(open(operand, 'ab' if 'a' in given else 'wb'))
        except OSError as exc:
            say(f'tee: {operand}: {exc.strerror}')
            status = 1
    while line := sys.stdin.buffer.read1(131072):
        put(line)
        sys.stdout.flush()
        for file in files:
            file.write(line)
    for file in files:
        file.close()
    return status


def _rev(args):
    inputs = Inputs('rev', args)
    for line in inputs.lines():
        put(line[::-1] + '\n')
    return inputs.status


def _tac(args):
    inputs = Inputs('tac', args)
    for _, file in inputs:
        put(b''.join(reversed(file.readlines())))
    return inputs.status


def _paste(args):
    given, operands = options('paste', args, 's', 'd', {'serial': 's', 'delimiters': 'd'}, 'z')
    marks = [*given.get('d', '\t').replace('\\n', '\n').replace('\\t', '\t')] or ['']
    inputs = Inputs('paste', operands)
    columns = [[text_of(line.removesuffix(b'\n')) for line in file.readlines()] for _, file in inputs]
    if inputs.status:
        return 1
    if 's' not in given:
        # The input's lines go round among the places that have it.
        places = [at for at, operand in enumerate(inputs.operands) if operand == '-']
        lines = columns[places[0]] if places else []
        for turn, at in enumerate(places):
            columns[at] = lines[turn::len(places)]
        longest = max(map(len, columns))
        columns = [[column[at] if at < len(column) else '' for column in columns] for at in range(longest)]
    for row in columns:
        put(row[0] if row else '')
        for at, piece in enumerate(row[1:]):
            put(marks[at % len(marks)] + piece)
        put('\n')
    return 0


def _yes(args):
    while True:
        put((' '.join(args) or 'y') + '\n')


def _xargs_words(text, given):
    """The arguments in the text of the input."""
    if '0' in given:
        return text.removesuffix('\0').split('\0') if text else []
    if 'd' in given:
        mark = given['d'].replace('\\n', '\n').replace('\\t', '\t')
        return text.removesuffix(mark).split(mark) if text else []
    if 'I' in given:
        return [line.lstrip() for line in text.split('\n') if line.strip()]
    words, word, quote, escaped = [], None, '', False
    for c in text + '\n':
        if escaped:
            word, escaped = (word or '') + c, False
        elif quote:
            if c == '\n':
                kind = 'single' if quote == "'" else 'double'
                fail('xargs', f'unmatched {kind} quote; by default quotes are special to xargs unless you use the -0 '
                     'option', hint=False)
            word, quote = (word, '') if c == quote else (word + c, quote)
        elif c in '\'"':
            word, quote = word or '', c
        elif c == '\\':
            escaped = True
        elif c.isspace():
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or '') + c
    return words


def _xargs(args):
    import subprocess
    # What follows the command is the command's.
    count = 0
    while count < len(args) and args[count][:1] == '-':
        count += 2 if args[count] in ('-n', '-I', '-d', '-L', '-P', '-s') else 1
    long = {'null': '0', 'max-args': 'n', 'replace': 'I', 'no-run-if-empty': 'r', 'verbose': 't', 'delimiter': 'd',
            'max-procs': 'P'}
    given, _ = options('xargs', args[:count], '0rt', 'nIdP', long, 'LsEpxoa')
    command = args[count:] or ['echo']
    words = _xargs_words(text_of(sys.stdin.buffer.read()), given)
    size = number('xargs', given['n'], 'invalid number for -n option') if 'n' in given else len(words) or 1
    if 'I' in given:
        runs = [[part.replace(given['I'], word) for part in command] for word in words]
    else:
        runs = [command + words[at:at + size] for at in range(0, len(words), size)]
        if not words and 'r' not in given:
            runs = [command]
    status = 0
    for run in runs:
        if 't' in given:
            say(*run)
        try:
            code = subprocess.call(run, stdin=subprocess.DEVNULL)
        except OSError as exc:
            say(f'xargs: {run[0]}: {exc.strerror}')
            return 127 if exc.errno == 2 else 126
        if code == 255 or code < 0:
            say(f'xargs: {run[0]}: ' + ('exited with status 255; aborting' if code > 0 else f'terminated by signal {-code}'))
            return 124 if code > 0 else 125
        status = 123 if code else status
    return status


PROGRAMS = {
    'head': _ends('head'), 'tail': _ends('tail'), 'wc': _wc, 'sort': _sort, 'uniq': _uniq, 'grep': _grep, 'cut': _cut,
    'tr': _tr, 'cat': _cat, 'tee': _tee, 'rev': _rev, 'tac': _tac, 'paste': _paste, 'yes': _yes, 'xargs': _xargs}
PROGRAMS['egrep'] = lambda args: _grep(['-E', *args])
PROGRAMS['fgrep'] = lambda args: _grep(['-F', *args])
