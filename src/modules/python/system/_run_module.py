"""What `python -m NAME` runs: a file of the program's own, or one of the library's modules that are programs too."""
import os
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
# Those whose programs stand in _library_programs; packages have theirs in a file of its own.
_PROGRAMS = ('timeit pydoc py_compile tabnanny this antigravity base64 zipfile tarfile ast cProfile profile doctest uuid random gzip '
             'tokenize sqlite3 trace compileall').split()
_PACKAGES = 'zipfile', 'sqlite3'
_INSTEAD = {'asyncio': 'a program in a file', 'code': 'a program in a file', 'ensurepip': '', 'pdb': 'stepping in the timeline',
            'pip': 'the modules that are there', 'venv': ''}

_FRAMES = '''\
  File "<frozen runpy>", line 189, in _run_module_as_main
  File "<frozen runpy>", line 159, in _get_module_details
  File "<frozen importlib._bootstrap_external>", line 1156, in get_code
  File "<frozen importlib._bootstrap_external>", line 1086, in source_to_code
  File "<frozen importlib._bootstrap>", line 488, in _call_with_frames_removed
'''


class Unreadable(Exception):
    """The module's file is no program: what CPython prints of it."""


def folders(cwd, flags, env):
    """Where modules of the program's own are looked for: its directory, and what PYTHONPATH says, as the options allow it."""
    added = '' if flags.get('ignore_environment') else env.get('PYTHONPATH', '')
    return [*([] if flags.get('safe_path') else [cwd]), *[os.path.join(cwd, each) for each in added.split(':') if each]]


def found(module, folders):
    """Its file and its text; None if there is no such module."""
    for folder in folders if _is_name(module) else ():
        place = f'{folder}/{module.replace(".", "/")}'
        for path in place + '.py', place + '/__main__.py':
            node = _imports.file_at(path)
            if node is not None:
                _check(bytes(node.data), path)
                return path, _frames.source(bytes(node.data), path)[1]
    if text := text_of(module):
        return f'<python -m {module}>', text
    if module in _INSTEAD or module.partition('.')[0] in sys.stdlib_module_names:
        _frames.not_supported(f'python -m {module}', *filter(None, [_INSTEAD.get(module)]))
    return None


def _is_name(module):
    return '/' not in module and '' not in module.split('.')


def imports(module, folders):
    """Whether something is imported before it is known that the module is not there: what its name begins with."""
    first, behind, _ = module.partition('.')
    return '/' not in module and bool(first) and (bool(behind) or any(os.path.isdir(f'{folder}/{first}') for folder in folders))


def text_of(module):
    """The program that a module of the library is, None for others."""
    if module in _PROGRAMS:
        name = '__main__' if module in _PACKAGES else module
        return f'import sys\nsys.argv[0] = "{name}.py"\nfrom _library_programs import run\n'\
               f'status = run({module!r})\nif status is not None:\n    sys.exit(status)\n'
    return _TEXTS.get(module)


def _check(data, path):
    import traceback, warnings
    try:
        with warnings.catch_warnings(action='ignore'):
            compile(data, path, 'exec')
    except SyntaxError as error:
        words = ''.join(traceback.format_exception_only(error))
        raise Unreadable(f'Traceback (most recent call last):\n{_FRAMES}{words[:-1]}') from None
