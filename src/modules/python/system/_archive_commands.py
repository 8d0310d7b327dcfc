"""Programs of the simulated machine that make files smaller: `gzip`, `gunzip`, `zcat`."""
import os
import sys
import zlib
from _command_lines import options, put, say

_LONG = {'decompress': 'd', 'uncompress': 'd', 'keep': 'k', 'stdout': 'c', 'to-stdout': 'c', 'force': 'f', 'verbose': 'v', 'no-name': 'n',
         'quiet': 'q', 'test': 't', 'list': 'l', 'recursive': 'r', 'fast': '1', 'best': '9', 'name': 'N'}


def _gzip(args, name='gzip', always=''):
    given, operands = options(name, args, 'dkcfvnqtr123456789N', '', _LONG, 'lSV')
    letters = {*given, *always}
    level = max((int(letter) for letter in given if letter.isdigit()), default=6)
    if 't' in letters:
        letters |= {'d', 'c'}
    status = 0
    for operand in _within(operands, letters) or ['-']:
        status = max(status, _one(operand, letters, level, name))
    return status


def _within(operands, letters):
    """The files, those of folders among them if they are wanted."""
    if 'r' not in letters:
        return operands
    return [path for operand in operands for path in (
        [operand] if not os.path.isdir(operand) else [os.path.join(root, name) for root, _, names in os.walk(operand) for name in names])]


def _one(path, letters, level, name):
    out = 'd' in letters
    if path == '-':
        data = sys.stdin.buffer.read()
        if out:
            return _expanded(data, 'stdin', letters, name)[1]
        put(_packed(data, '', 0, level))
        return 0
    if out and not os.path.exists(path) and not path.endswith('.gz'):
        path += '.gz'
    try:
        if os.path.isdir(path):
            say(f'{name}: {path} is a directory -- ignored')
            return 2
        with open(path, 'rb') as file:
            data = file.read()
    except OSError as error:
        say(f'{name}: {path}: {error.strerror}')
        return 1
    if not out and path.endswith('.gz') and 'c' not in letters:
        say(f'{name}: {path} already has .gz suffix -- unchanged')
        return 2
    if out and not path.endswith(('.gz', '.tgz')) and 'c' not in letters:
        say(f'{name}: {path}: unknown suffix -- ignored')
        return 2
    if out:
        made, status = _expanded(data, path, letters, name)
        if status or 'c' in letters:
            return status
        place = path[:-4] + '.tar' if path.endswith('.tgz') else path[:-3]
    else:
        named = 'n' not in letters
        made = _packed(data, os.path.basename(path) if named else '', int(os.stat(path).st_mtime) if named else 0, level)
        if 'c' in letters:
            put(made)
            return 0
        place = path + '.gz'
    if os.path.exists(place) and 'f' not in letters:
        say(f'{name}: {place} already exists;\tnot overwritten')
        return 2
    with open(place, 'wb') as file:
        file.write(made)
    os.utime(place, ns=(os.stat(path).st_atime_ns, os.stat(path).st_mtime_ns))
    if 'k' not in letters:
        os.remove(path)
    if 'v' in letters:
        large, small = (len(made), len(data)) if out else (len(data), len(made))
        share = (large - small + 18 + (0 if out else len(os.path.basename(path)) + 1)) / large * 100 if large else 0
        say(f'{path}:\t{share:5.1f}% -- {"created" if "k" in letters else "replaced with"} {place}')
    return 0


def _packed(data, name, time, level):
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -15)
    head = bytes((31, 139, 8, 8 if name else 0)) + time.to_bytes(4, 'little') + bytes(({9: 2, 1: 4}.get(level, 0), 3))
    tail = zlib.crc32(data).to_bytes(4, 'little') + (len(data) & 0xFFFFFFFF).to_bytes(4, 'little')
    return head + (os.fsencode(name) + b'\0' if name else b'') + squeeze.compress(data) + squeeze.flush() + tail


def _expanded(data, shown, letters, name):
    """What was packed, and the status; with -c it is written."""
    import gzip
    if data[:2] != b'\x1f\x8b':
        if 'f' in letters and 'c' in letters:
            put(data)
            return data, 0
        say(f'\n{name}: {shown}: ' + ('not in gzip format' if data else 'unexpected end of file'))
        return b'', 1
    try:
        made = gzip.decompress(data)
    except EOFError:
        say(f'\n{name}: {shown}: unexpected end of file')
        return b'', 1
    except (OSError, zlib.error):
        say(f'\n{name}: {shown}: invalid compressed data--format violated')
        return b'', 1
    if ('c' in letters or shown == 'stdin') and 't' not in letters:
        put(made)
    return made, 0


PROGRAMS = {'gzip': _gzip, 'gunzip': lambda args: _gzip(args, 'gzip', 'd'), 'zcat': lambda args: _gzip(args, 'gzip', 'dc')}
