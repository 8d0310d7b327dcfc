"""Programs of the simulated machine that read text: filters of lines, fields and characters."""
import sys
from _command_lines import Inputs, fail, number, options, put, say, text_of

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


PROGRAMS = {
    'head': _ends('head'), 'tail': _ends('tail'), 'wc': _wc, 'cut': _cut, 'tr': _tr, 'cat': _cat, 'tee': _tee, 'rev': _rev,
    'tac': _tac, 'paste': _paste, 'yes': _yes}
