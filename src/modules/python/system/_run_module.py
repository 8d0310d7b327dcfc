"""What `python -m NAME` runs: a file of the program's own, or one of the library's modules that are programs too."""
import sys

import _frames
import _imports

_TEXTS = {
    'http.server': '''\
import argparse
from functools import partialmethod
from http.server import SimpleHTTPRequestHandler, test
parser = argparse.ArgumentParser(prog='server.py')
parser.add_argument('-b', '--bind', metavar='ADDRESS', help='bind to this address (default: all interfaces)')
parser.add_argument('-d', '--directory', help='serve this directory (default: current directory)')
parser.add_argument('-p', '--protocol', metavar='VERSION', default='HTTP/1.0', help='conform to this HTTP version (default: %(default)s)')
parser.add_argument('port', default=8000, type=int, nargs='?', help='bind to this port (default: %(default)s)')
args = parser.parse_args()
class Handler(SimpleHTTPRequestHandler):
    __init__ = partialmethod(SimpleHTTPRequestHandler.__init__, directory=args.directory)
test(Handler, port=args.port, bind=args.bind, protocol=args.protocol)
''',
    'json.tool': 'from json.tool import main\nmain()\n',
    'calendar': 'import calendar, sys\nsys.argv[0] = "calendar.py"\ncalendar.main()\n',
    'dis': 'from dis import main\nmain()\n',
    'unittest': 'import unittest\nunittest.main(module=None)\n',
    'pytest': 'import sys\nfrom _pytest.config import run\nsys.exit(run(None, None, "python -m pytest"))\n',
    'pytest.console': 'import sys\nfrom _pytest.config import run\nsys.exit(run(None, None, "pytest"))\n',
    'platform': 'import platform\nprint(platform.platform())\n',
}
_INSTEAD = {'asyncio': 'a program in a file', 'code': 'a program in a file', 'ensurepip': '', 'pdb': 'stepping in the timeline',
            'pip': 'the modules that are there', 'timeit': 'timeit.timeit() in the program',
            'venv': '', 'doctest': 'doctest.testmod() in the program'}

_FRAMES = '''\
  File "<frozen runpy>", line 189, in _run_module_as_main
  File "<frozen runpy>", line 159, in _get_module_details
  File "<frozen importlib._bootstrap_external>", line 1156, in get_code
  File "<frozen importlib._bootstrap_external>", line 1086, in source_to_code
  File "<frozen importlib._bootstrap>", line 488, in _call_with_frames_removed
'''


class Unreadable(Exception):
    """The module's file is no program: what CPython prints of it."""


def found(module, cwd):
    """Its file and its text; None if there is no such module."""
    place = f'{cwd}/{module.replace(".", "/")}'
    for path in place + '.py', place + '/__main__.py':
        node = _imports.file_at(path)
        if node is not None:
            _check(bytes(node.data), path)
            return path, _frames.source(bytes(node.data), path)[1]
    if module in _TEXTS:
        return f'<python -m {module}>', _TEXTS[module]
    if module in _INSTEAD or module.partition('.')[0] in sys.stdlib_module_names:
        _frames.not_supported(f'python -m {module}', *filter(None, [_INSTEAD.get(module)]))
    return None


def _check(data, path):
    import traceback, warnings
    try:
        with warnings.catch_warnings(action='ignore'):
            compile(data, path, 'exec')
    except SyntaxError as error:
        words = ''.join(traceback.format_exception_only(error))
        raise Unreadable(f'Traceback (most recent call last):\n{_FRAMES}{words[:-1]}') from None
