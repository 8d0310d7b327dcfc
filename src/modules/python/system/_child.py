"""What a new process does before its program begins: its files, its directory, its environment."""
import sys
import _frames
import _processes


def set_up():
    stdin, settings = _processes.inherited()
    if settings is None:
        settings = {}
    if 'executable' in settings:
        sys.argv[:] = settings['argv']
        sys.orig_argv[:] = [settings['executable'], *settings.get('told', settings['argv'])]
    for number in settings.get('ignored', ()):
        import signal
        signal._handlers[number] = 1
        if number == 2:
            _frames.forget_runner()
    environ = settings.get('env')
    if environ is not None:
        import os
        os.environ.clear()
        os.environ.update(dict(environ))
        if 'TZ' in os.environ:
            import time
            time.tzset()
    cwd = settings.get('cwd')
    if cwd is not None:
        import _files
        _files.cwd = cwd
    if settings.get('umask', 0o22) != 0o22:
        import _files
        _files.masked = settings['umask']
    if 'executable' in settings:
        _find_modules(settings)
    if 'python' in settings:
        import _python_options
        _python_options.apply(settings['python'])
    if stdin is not None:
        take_input(stdin)
    for number, kept in settings.get('handed', ()):
        import _pipes
        _pipes.Descriptor(_processes.kept(kept), number)
    place, nothing = settings.get('stdin'), settings.get('no_stdin')
    if place is not None or nothing:
        take_input(place)


def take_input(place):
    """Standard input is the end of a pipe, a file, or nothing."""
    import _pipes
    if isinstance(place, _processes.PipeEnd):
        sys.stdin = sys.__stdin__ = _pipes.opened(place, 0, True)
        sys.stdin.buffer.name, sys.stdin.mode = '<stdin>', 'r'
        return
    import _files
    import _open
    number = _files.open('/dev/null', 0) if place is None else _files.new_descriptor(place)
    raw = _open.FileIO(number, 'r', False)
    sys.stdin = sys.__stdin__ = _open.TextIOWrapper(_open.BufferedReader(raw))


def _find_modules(settings):
    """Where modules of the program's own are: beside it, or in its directory; `python -m` has a package as well."""
    first, module, cwd = settings['argv'][0] if settings['argv'] else '', settings.get('module'), settings.get('cwd')
    folder = cwd
    if first.endswith('.py') and module is None:
        import os
        folder = os.path.dirname(os.path.join(cwd or '/', first))
    if 'folder' in settings:
        folder = settings['folder']
    if module is None and first in ('-c', '-', ''):
        # Wherever the program goes.
        folder = sys.path[0] = ''
    if folder and folder != sys.path[0]:
        sys.path[0] = folder
    if sys.flags.safe_path:
        sys.path[0] = '/usr/lib/python3.13'
    added = dict(settings.get('env') or ()).get('PYTHONPATH')
    if added and not sys.flags.ignore_environment:
        sys.path[1:1] = added.split(':')
    if first == '-m':
        import runpy
        runpy._run_module_as_main(module)
    elif 'folder' in settings or module is not None and first.startswith('/'):
        import _imports
        main = sys.modules['__main__']
        if module is None:
            name, first = '__main__', main.__file__
        else:
            name = f'{module}.__main__' if first.endswith('/__main__.py') and module.rpartition('.')[2] != '__main__' else module
        spec = _imports.spec_from_file_location(name, first)
        if spec.parent:
            import runpy
            runpy._run_module_as_main(module)
        _frames.run_by_runpy()
        main.__spec__, main.__loader__, main.__package__ = spec, spec.loader, spec.parent
