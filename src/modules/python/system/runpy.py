"""Runs modules and files as programs."""
import importlib.util
import sys

__all__ = ['run_module', 'run_path']


def _run_code(code, run_globals, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):  #: in <frozen runpy>
    if init_globals is not None:
        run_globals.update(init_globals)
    run_globals.update(__name__=mod_name, __file__=script_name if mod_spec is None else mod_spec.origin,
                       __cached__=None if mod_spec is None else mod_spec.cached, __doc__=None,
                       __loader__=None if mod_spec is None else mod_spec.loader, __package__=pkg_name,
                       __spec__=mod_spec)
    exec(code, run_globals)  #: 88
    return run_globals


class _TempModule:
    """A module of that name, and a program of that path, for as long as code runs."""

    def __init__(self, name, program):
        self.name, self.program = name, program

    def __enter__(self):
        module = type(sys)(self.name)
        self.before, sys.modules[self.name] = sys.modules.get(self.name, self), module
        self.program, sys.argv[0] = sys.argv[0], self.program
        return module

    def __exit__(self, *error):
        sys.argv[0] = self.program
        if self.before is self:
            del sys.modules[self.name]
        else:
            sys.modules[self.name] = self.before


def _run_module_code(code, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    with _TempModule(mod_name, script_name if mod_spec is None else mod_spec.origin) as module:
        _run_code(code, module.__dict__, init_globals, mod_name, mod_spec, pkg_name, script_name)  #: 98
    return dict(module.__dict__)


class _Missing(Exception):
    """There is no such program: not what an import on the way to it raises."""


def _get_module_details(name, error=ImportError):
    if name.startswith('.'):
        raise error('Relative module names not supported')  #: 107
    parent = name.rpartition('.')[0]
    if parent:
        try:
            __import__(parent)  #: 112
        except ImportError as e:
            # That the parent is missing is found out below.
            if e.name is None or e.name != parent and not parent.startswith(e.name + '.'):
                raise
        found = sys.modules.get(name)
        if found is not None and not hasattr(found, '__path__'):
            import warnings
            warnings.warn(RuntimeWarning(  #: 128 warn(RuntimeWarning(msg))
                f'{name!r} found in sys.modules after import of package {parent!r}, but prior to execution of {name!r}; this '
                'may result in unpredictable behaviour'))
    try:
        spec = importlib.util.find_spec(name)  #: 131
    except (ImportError, AttributeError, TypeError, ValueError) as ex:
        text = f'Error while finding module specification for {name!r} ({type(ex).__name__}: {ex})'
        if name.endswith('.py'):
            text += f". Try using '{name[:-3]}' instead of '{name}' as the module name."
        raise error(text) from ex  #: 140
    if spec is None:
        raise error(f'No module named {name}')  #: 142
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise error('Cannot use package as __main__ module')  #: 145
        try:
            return _get_module_details(name + '.__main__', error)  #: 148
        except error as e:
            if name not in sys.modules:
                raise
            raise error(f'{e}; {name!r} is a package and cannot be directly executed')  #: 152
    if spec.loader is None:
        raise error(f'{name!r} is a namespace package and cannot be executed')  #: 156 raise error("%r is a namespace package and cannot be executed"⏎                                                         % mod_name)
    if not hasattr(spec.loader, 'get_code') or (spec.origin or '<').startswith('<'):
        raise error(f'No code object available for {name}')  #: 163
    return name, spec, spec.loader.get_code(name)


def _run_module_as_main(mod_name):
    """Imports what `python -m` imports before the program begins; ends with what is said if there is none."""
    try:
        _get_module_details(mod_name, _Missing)  #: 189
    except _Missing as error:
        sys.exit(f'{sys.executable}: {error}')


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """A module's names after it has run; alter_sys: it is in sys.modules meanwhile."""
    if run_name == '__main__' and mod_name in sys.stdlib_module_names:
        import _run_module
        text = _run_module.text_of(mod_name)
        if text:
            return _run_code(compile(text, f'<python -m {mod_name}>', 'exec'), {}, init_globals, run_name, None, '')
    mod_name, spec, code = _get_module_details(mod_name)  #: 222
    run_name = mod_name if run_name is None else run_name
    if alter_sys:
        return _run_module_code(code, init_globals, run_name, spec, spec.parent, None)  #: 226
    return _run_code(code, {}, init_globals, run_name, spec, spec.parent)  #: 229


def _get_code_from_file(fname):
    import os
    with open(os.path.abspath(fname), 'rb') as file:  #: 254
        source = file.read()
    return compile(source, fname, 'exec')  #: 259


def run_path(path_name, init_globals=None, run_name=None):
    """A file's names after it has run."""
    import os
    from _programs import archive_at
    run_name = '<run_path>' if run_name is None else run_name
    path_name = os.fspath(path_name)
    if isinstance(path_name, bytes):
        path_name = os.fsdecode(path_name)
    pkg_name = run_name.rpartition('.')[0]
    if os.path.isdir(path_name) or archive_at(path_name) is not None:
        sys.path.insert(0, path_name)
        try:
            main = sys.modules.pop('__main__')
            try:
                _, spec, code = _get_module_details('__main__')
            except ImportError as error:
                if '__main__' in str(error):
                    raise ImportError(f"can't find '__main__' module in {sys.path[0]!r}") from error
                raise
            finally:
                sys.modules['__main__'] = main
            with _TempModule(run_name, path_name) as module:
                return _run_code(code, module.__dict__, init_globals, run_name, spec, pkg_name).copy()  #: 304
        finally:
            try:
                sys.path.remove(path_name)
            except ValueError:
                pass
    code = _get_code_from_file(path_name)  #: 286
    return _run_module_code(code, init_globals, run_name, None, pkg_name, path_name)  #: 287
