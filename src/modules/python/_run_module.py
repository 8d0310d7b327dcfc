"""What `python -m NAME` runs: a file of the program's own, or one of the library's modules that are programs too."""
import sys

import _frames
import _imports

_TEXTS = {
    'http.server': '''\
import argparse
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
parser = argparse.ArgumentParser(prog='server.py')
parser.add_argument('-b', '--bind', default='', metavar='ADDRESS', help='bind to this address (default: all interfaces)')
parser.add_argument('-d', '--directory', help='serve this directory (default: current directory)')
parser.add_argument('port', default=8000, type=int, nargs='?', help='bind to this port (default: 8000)')
args = parser.parse_args()
with ThreadingHTTPServer((args.bind, args.port), partial(SimpleHTTPRequestHandler, directory=args.directory)) as server:
    host, port = server.socket.getsockname()[:2]
    print(f'Serving HTTP on {host} port {port} (http://{host}:{port}/) ...')
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print('\\nKeyboard interrupt received, exiting.')
''',
    'json.tool': '''\
import argparse, json, sys
parser = argparse.ArgumentParser(prog='python -m json.tool')
parser.add_argument('infile', nargs='?', default='-', help='a JSON file to be validated or pretty-printed')
parser.add_argument('outfile', nargs='?', help='write the output of infile to outfile')
parser.add_argument('--sort-keys', action='store_true', help='sort the output of dictionaries alphabetically by key')
parser.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='disable escaping of non-ASCII')
parser.add_argument('--json-lines', action='store_true', help='parse input using the JSON Lines format')
group = parser.add_mutually_exclusive_group()
group.add_argument('--indent', default=4, type=int, help='separate items with newlines and use this number of spaces')
group.add_argument('--tab', dest='indent', action='store_const', const='\\t', help='separate items with newlines and use tabs')
group.add_argument('--no-indent', dest='indent', action='store_const', const=None, help='separate items with spaces')
group.add_argument('--compact', action='store_true', help='suppress all whitespace separation (most compact)')
args = parser.parse_args()
how = {'indent': args.indent, 'sort_keys': args.sort_keys, 'ensure_ascii': args.ensure_ascii}
if args.compact:
    how.update(indent=None, separators=(',', ':'))
try:
    file = sys.stdin if args.infile == '-' else open(args.infile, encoding='utf-8')
    found = map(json.loads, file) if args.json_lines else [json.load(file)]
    shown = [json.dumps(each, **how) for each in found]
except ValueError as e:
    raise SystemExit(e)
with open(args.outfile, 'w', encoding='utf-8') if args.outfile else sys.stdout as file:
    file.writelines(each + '\\n' for each in shown)
''',
    'calendar': '''\
import calendar, sys
given = [int(arg) for arg in sys.argv[1:]]
if len(given) > 1:
    print(calendar.month(*given[:2]), end='')
else:
    import datetime
    print(calendar.calendar(given[0] if given else datetime.date.today().year), end='')
''',
    'unittest': 'import unittest\nunittest.main(module=None)\n',
    'platform': 'import platform\nprint(platform.platform())\n',
}
_INSTEAD = {'asyncio': 'a program in a file', 'code': 'a program in a file', 'ensurepip': '', 'pdb': 'stepping in the timeline',
            'pip': 'the modules that are there', 'timeit': 'timeit.timeit() in the program',
            'venv': '', 'doctest': 'doctest.testmod() in the program'}


def found(module, cwd):
    """Its file and its text; None if there is no such module."""
    place = f'{cwd}/{module.replace(".", "/")}'
    for path in place + '.py', place + '/__main__.py':
        node = _imports.file_at(path)
        if node is not None:
            return path, bytes(node.data).decode('utf-8', 'surrogateescape')
    if module in _TEXTS:
        return f'<python -m {module}>', _TEXTS[module]
    if module in _INSTEAD or module.partition('.')[0] in sys.stdlib_module_names:
        _frames.not_supported(f'python -m {module}', *filter(None, [_INSTEAD.get(module)]))
    return None
