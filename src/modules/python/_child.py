"""What a new process does before its program begins: its files, its directory, its environment."""
import sys
import _processes


def set_up():
    stdin, settings = _processes.inherited()
    if settings is None:
        settings = {}
    if 'executable' in settings:
        sys.argv[:] = settings['argv']
        sys.orig_argv[:] = [settings['executable'], *settings['argv']]
    environ = settings.get('env')
    if environ is not None:
        import os
        os.environ.clear()
        os.environ.update(dict(environ))
    cwd = settings.get('cwd')
    if cwd is not None:
        import _files
        _files.cwd = cwd
    if stdin is not None:
        import _pipes
        sys.stdin = sys.__stdin__ = _pipes.opened(stdin, 0, True)
        sys.stdin.buffer.name, sys.stdin.mode = '<stdin>', 'r'
    place = settings.get('stdin')
    if place is not None:
        import _files
        import _open
        raw = _open.FileIO(_files.new_descriptor(place), 'r', False)
        sys.stdin = sys.__stdin__ = _open.TextIOWrapper(_open.BufferedReader(raw))
    elif settings.get('no_stdin'):
        import io
        sys.stdin = sys.__stdin__ = io.StringIO()
