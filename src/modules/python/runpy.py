"""Runs modules and files as programs."""
import sys
import _imports

__all__ = ['run_module', 'run_path']


def _run_code(code, run_globals, init_globals, mod_name, mod_spec, pkg_name, script_name=None):
    if init_globals is not None:
        run_globals.update(init_globals)
    run_globals.update(__name__=mod_name, __file__=script_name if mod_spec is None else mod_spec.origin,
                       __cached__=None if mod_spec is None else mod_spec.cached, __doc__=None,
                       __loader__=None if mod_spec is None else mod_spec.loader, __package__=pkg_name,
                       __spec__=mod_spec)
    exec(code, run_globals)  #: 88
    return run_globals


def _run_module_code(code, init_globals, mod_name, mod_spec, pkg_name, script_name):
    module, missing = type(sys)(mod_name), object()
    before, argv0 = sys.modules.get(mod_name, missing), sys.argv[0]
    sys.modules[mod_name] = module
    sys.argv[0] = script_name if mod_spec is None else mod_spec.origin
    try:
        _run_code(code, module.__dict__, init_globals, mod_name, mod_spec, pkg_name, script_name)  #: 98 _run_code(code, mod_globals, init_globals,⏎          mod_name, mod_spec, pkg_name, script_name)
    finally:
        sys.argv[0] = argv0
        if before is missing:
            del sys.modules[mod_name]
        else:
            sys.modules[mod_name] = before
    return dict(module.__dict__)


def _module_details(name):
    if name.startswith('.'):
        raise ImportError('Relative module names not supported')
    parent = name.rpartition('.')[0]
    path = None
    if parent:
        path = __import__(parent, fromlist=['__path__']).__path__
    spec = _imports._find_spec(name, path)
    if spec is None:
        raise ImportError(f'No module named {name}')
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        try:
            return _module_details(name + '.__main__')
        except ImportError as e:
            raise ImportError(f'{e}; {name!r} is a package and cannot be directly executed') from e
    if not hasattr(spec.loader, 'get_code') or (spec.origin or '<').startswith('<'):
        raise ImportError(f'No code object available for {name}')
    return name, spec, spec.loader.get_code(name)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """A module's names after it has run; alter_sys: it is in sys.modules meanwhile."""
    mod_name, spec, code = _module_details(mod_name)
    run_name = mod_name if run_name is None else run_name
    if alter_sys:
        return _run_module_code(code, init_globals, run_name, spec, spec.parent, None)  #: 226 return «_run_module_code(code, init_globals, run_name, mod_spec)»
    return _run_code(code, {}, init_globals, run_name, spec, spec.parent)  #: 229 return «_run_code(code, {}, init_globals, run_name, mod_spec)»


def run_path(path_name, init_globals=None, run_name=None):
    """A file's names after it has run."""
    import os
    run_name = '<run_path>' if run_name is None else run_name
    path_name = os.fspath(path_name)
    if isinstance(path_name, bytes):
        path_name = os.fsdecode(path_name)
    pkg_name = run_name.rpartition('.')[0]
    if os.path.isdir(path_name):
        sys.path.insert(0, path_name)
        try:
            main = sys.modules.pop('__main__')
            try:
                _, spec, code = _module_details('__main__')
            finally:
                sys.modules['__main__'] = main
            return _run_module_code(code, init_globals, run_name, spec, pkg_name, path_name)  #: 304 return «_run_code(code, mod_globals, init_globals,⏎                    run_name, mod_spec, pkg_name)».copy()
        finally:
            try:
                sys.path.remove(path_name)
            except ValueError:
                pass
    with open(path_name, 'rb') as file:
        code = compile(file.read(), path_name, 'exec')
    return _run_module_code(code, init_globals, run_name, None, pkg_name, path_name)  #: 287 return «_run_module_code(code, init_globals, run_name,⏎                        pkg_name=pkg_name, script_name=path_name)»
