"""A run's options and plugins, and how a run is begun."""
import os
import pathlib
import re
import sys
import types
import warnings

from . import __version__
from .config_errors import ExitCode, UsageError
from .hooks import PluginManager, hookimpl, hookspec
from .mark import NOTSET
from .nodes import ConftestImportFailure, Stash
from .options import Parser, converted
from .outcomes import Skipped
from .sources import warn_within
from .warning_types import PytestConfigWarning, PytestWarning

_MARKS = ('skip', 'skipif', 'xfail', 'parametrize', 'usefixtures', 'filterwarnings', 'tryfirst', 'trylast', 'asyncio', 'anyio')
_CORE = ('main', 'runner', 'python', 'fixtures', 'metafunc', 'extras', 'recwarn', 'monkeypatch', 'tmpdir', 'capture', 'logging',
         'unittest', 'skipping', 'mark_expression', 'subtests', 'threads')
_UNKNOWN_OPTION = '    self._warn_or_fail_if_strict(f"Unknown config option: {key}\\n")'


class Config:
    """One run."""
    VERBOSITY_ASSERTIONS, VERBOSITY_TEST_CASES, VERBOSITY_SUBTESTS = 'assertions', 'test_cases', 'subtests'

    def __init__(self, args, plugins, prog):
        import importlib
        self.invocation_params = types.SimpleNamespace(args=tuple(args), plugins=plugins, dir=pathlib.Path(os.getcwd()))
        self.pluginmanager, self._parser, self.stash = PluginManager(), Parser(), Stash()
        self._parser.argparser.prog = prog
        self.hook, self._conftests, self._cleanups, self._marks = self.pluginmanager.hook, {}, [], None
        early_imports = [name for name in ('pytest_asyncio', 'anyio') if name in sys.modules]
        self.ini, self.rootpath, self.inipath, self._configured = {}, self.invocation_params.dir, None, False
        given = [str(arg) for arg in args]
        early = self._parser.parse(given, known_only=True)
        self._locate(early)
        given = [*self._words('PYTEST_ADDOPTS'), *given]
        given = [*self.getini('addopts'), *given]
        early = self._parser.parse(given, known_only=True)
        for folder in reversed(self.getini('pythonpath')):
            sys.path.insert(0, str(folder))
        self.off = off = {name[3:] for name in early.plugins if name.startswith('no:')}
        for name in _CORE:
            if name not in off:
                self.pluginmanager.register(importlib.import_module(f'_pytest.{name}'), name)
        self.outside = [name for name in ('asyncio', 'anyio') if name not in off]
        for name in self.outside:
            module = {'asyncio': '_pytest.asyncio_plugin', 'anyio': '_pytest.anyio_plugin'}[name]
            self._register(importlib.import_module(module), name)
        for name in early.plugins:
            if not name.startswith('no:'):
                self._register(_imported_plugin(name), name)
        for plugin in plugins or ():
            self._register(_imported_plugin(plugin) if isinstance(plugin, str) else plugin)
        from .capture import CaptureManager
        self.capture = CaptureManager(early.capture)
        if not early.noconftest:
            with self.capture.loading():
                self._load_initial_conftests(early)
        extra = f'  inifile: {self.inipath}\n  rootdir: {self.rootpath}\n'
        self.option = self._parser.parse(given, extra)
        self.args = list(self.option.file_or_dir)
        self.args_source = 'args'
        if not self.args and self.invocation_params.dir == self.rootpath and self.getini('testpaths'):
            import glob
            self.args = [path for each in self.getini('testpaths') for path in sorted(glob.iglob(each, recursive=True))]
            self.args_source = 'testpaths' if self.args else 'args'
        if not self.args:
            self.args = [str(self.invocation_params.dir)]
        self._prepare()
        self.terminal.tell_imported(early_imports)
        self._check_file()

    def _prepare(self):
        from .extras import Cache
        from .terminal import TerminalReporter
        self.pluginmanager.register(self.capture, 'capturemanager')
        self.terminal = TerminalReporter(self, sys.stdout)
        self.pluginmanager.register(self.terminal, 'terminalreporter')
        self.cache = Cache()

    def _check_file(self):
        """Whether there are the options that the file names, and whether this version will do."""
        least = self.getini('minversion')
        if least and [int(n) for n in re.findall(r'\d+', least)] > [int(n) for n in __version__.split('.')]:
            raise UsageError(f"{self.inipath}: 'minversion' requires pytest-{least}, actual pytest-{__version__}'")
        for name in sorted(self._read):
            if name in self._parser.ini and (name.partition('_')[0] not in ('asyncio', 'anyio') or name.partition('_')[0] in self.outside):
                continue
            message = f'Unknown config option: {name}\n'
            if self.strict('strict_config'):
                raise UsageError(message)
            self._warn_early(lambda: warn_within(PytestConfigWarning(message), 'config/__init__', 1636, _UNKNOWN_OPTION))

    def _warn_early(self, warn):
        """What is warned of before there is a session is told at the end, too."""
        from .extras import add_filter
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('always', PytestWarning)
            for text in self.getini('filterwarnings'):
                add_filter(text)
            for text in self.option.pythonwarnings or ():
                add_filter(text, escape=True)
            warn()
        for each in log:
            self.hook.pytest_warning_recorded(warning_message=each, when='config', nodeid='', location=None)

    def _words(self, name):
        import shlex
        return shlex.split(os.environ.get(name, ''))

    def _locate(self, early):
        from .inifile import found
        self.rootpath, self.inipath, read = found(early, early.file_or_dir, self.invocation_params.dir)
        self._read = read
        self.rootdir, self.inifile = self.rootpath, self.inipath

    @property
    def inicfg(self):
        from .warning_types import PytestRemovedIn10Warning
        warnings.warn('config.inicfg is deprecated, use config.getini() to access configuration values instead.\n'
                      'See https://docs.pytest.org/en/stable/deprecations.html#config-inicfg', PytestRemovedIn10Warning, stacklevel=1)
        return self._read

    def _register(self, plugin, name=None):
        self.pluginmanager.register(plugin, name)
        if hasattr(plugin, 'pytest_addoption'):
            function = plugin.pytest_addoption
            names = function.__code__.co_varnames[:function.__code__.co_argcount]
            given = {'parser': self._parser, 'pluginmanager': self.pluginmanager}
            function(*[given[each] for each in names if each != 'self'])
        wanted = getattr(plugin, 'pytest_plugins', ())
        for each in [wanted] if isinstance(wanted, str) else wanted:
            for one in each.split(','):
                if not self.pluginmanager.has_plugin(one):
                    self._register(_imported_plugin(one), one)
        if self._configured and hasattr(plugin, 'pytest_configure'):
            plugin.pytest_configure(self)

    def _load_initial_conftests(self, early):
        start, top = self.invocation_params.dir, self.rootpath
        folders = []
        for arg in early.file_or_dir or [str(start)]:
            path = pathlib.Path(os.path.abspath(start / arg.split('[')[0].split('::')[0]))
            if path.exists():
                folders.append(path if path.is_dir() else path.parent)
        for folder in folders or [start]:
            for each in (*reversed(folder.parents), folder):
                if each == top or top in each.parents:
                    self.load_conftest(each)
            for each in sorted(folder.glob('test*')):
                if each.is_dir():
                    self.load_conftest(each)

    def load_conftest(self, folder):
        """The conftest file of a folder, if it has one."""
        path = folder / 'conftest.py'
        if path in self._conftests or getattr(getattr(self, 'option', None), 'noconftest', False) or not path.is_file():
            return
        self._conftests[path] = None
        from .imports import import_module_of_tests, name_of
        name = name_of(path)[0]
        if name == 'conftest':
            sys.modules.pop(name, None)
        try:
            module = import_module_of_tests(path, self)
        except Exception as e:
            raise ConftestImportFailure(path, cause=e) from e
        self._conftests[path] = module
        self._register(module, str(path))
        manager = getattr(self, 'fixturemanager', None)
        if manager is not None:
            manager.add_plugin(module, str(path))

    def conftests_of(self, folder):
        return [module for path, module in self._conftests.items()
                if module is not None and (path.parent == folder or path.parent in folder.parents)]

    def getini(self, name):
        if name not in self.ini:
            if name not in self._parser.ini:
                raise ValueError(f'unknown configuration value: {name!r}')
            kind, default = self._parser.ini[name]
            folder = self.inipath.parent if self.inipath else self.invocation_params.dir
            self.ini[name] = converted(kind, self._read[name], folder) if name in self._read else default
            if isinstance(self.ini[name], list):
                self.ini[name] = list(self.ini[name])
        return self.ini[name]

    def addinivalue_line(self, name, line):
        self.getini(name).append(line)
        if name == 'markers':
            self._marks = None

    def getoption(self, name, default=None, skip=False):
        key = {'-k': 'keyword', '-m': 'markexpr', '--tb': 'tbstyle', '-s': 'capture'}.get(name, name.lstrip('-').replace('-', '_'))
        value = getattr(self.option, key, NOTSET)
        if default is not None and (value is None or value is NOTSET):
            return default
        if value is NOTSET:
            raise Skipped(f'no {name!r} option found') if skip else ValueError(f'no option named {name!r}')
        return value

    def getvalue(self, name, path=None):
        return self.getoption(name)

    def get_verbosity(self, kind=None):
        if kind is None:
            return self.option.verbose
        level = self.getini(f'verbosity_{kind}')
        return self.option.verbose if level == 'auto' else int(level)

    verbosity_of_asserts = property(lambda self: self.get_verbosity('assertions'))

    def strict(self, name):
        if name == 'strict_markers' and self.option.strict_markers:
            return True
        own = self.getini(name)
        if own is None and name == 'strict_xfail':
            own = self.getini('xfail_strict')
        return self.getini('strict') if own is None else own

    def known_marks(self):
        if self._marks is None:
            self._marks = {*_MARKS, *(line.split(':')[0].split('(')[0].strip() for line in self.getini('markers'))}
        return self._marks

    def add_cleanup(self, function):
        self._cleanups.append(function)

    def configure(self):
        from .mark import MARK_GEN
        self._configured = True
        self._marks_before, MARK_GEN._config = MARK_GEN._config, self
        # Filters hold until the end, also for what warns between tests.
        from .extras import add_filters
        filtered = warnings.catch_warnings()
        filtered.__enter__()
        self.add_cleanup(lambda: filtered.__exit__(None, None, None))
        add_filters(self)
        self.hook.pytest_configure(config=self)
        from .logging import LoggingPlugin
        self.logging = LoggingPlugin(self)
        self.pluginmanager.register(self.logging, 'logging-plugin')

    def unconfigure(self):
        from .mark import MARK_GEN
        if self._configured:
            self._configured = False
            self.hook.pytest_unconfigure(config=self)
            MARK_GEN._config = self._marks_before
        while self._cleanups:
            self._cleanups.pop()()
        self.capture.stop_global_capturing()

    def get_terminal_writer(self):
        return self.terminal._tw

    def issue_config_time_warning(self, warning, stacklevel):
        self._warn_early(lambda: warnings.warn(warning, stacklevel=stacklevel))


def _imported_plugin(name):
    import importlib
    try:
        return importlib.import_module(name)
    except ImportError as e:
        raise UsageError(f'Error importing plugin "{name}": {e.args[0]}') from e


def main(args=None, plugins=None):
    return run(args, plugins, 'pytest.main()')


def run(args, plugins, prog):
    args = sys.argv[1:] if args is None else [os.fspath(args)] if isinstance(args, os.PathLike) else args
    if not isinstance(args, list) and not isinstance(args, tuple):
        raise TypeError(f'`args` parameter expected to be a list of strings, got: {args!r} (type: {type(args)})')
    if list(args).count('--version') + list(args).count('-V') == 1:
        sys.stdout.write(f'pytest {__version__}\n')
        return ExitCode.OK
    before = os.environ.get('PYTEST_VERSION')
    os.environ['PYTEST_VERSION'] = __version__
    try:
        try:
            config = Config(args, plugins, prog)
        except ConftestImportFailure as e:
            _tell_conftest(e)
            return ExitCode.USAGE_ERROR
        try:
            status = config.hook.pytest_cmdline_main(config=config)
            try:
                return ExitCode(status)
            except ValueError:
                return status
        finally:
            config.unconfigure()
    except UsageError as e:
        for said in e.args:
            sys.stderr.write(f'ERROR: {said}\n')
        sys.stderr.write('\n')
        return ExitCode.USAGE_ERROR
    finally:
        if before is None:
            os.environ.pop('PYTEST_VERSION', None)
        else:
            os.environ['PYTEST_VERSION'] = before


def _tell_conftest(failure):
    from .excinfo import ExceptionInfo
    from .traceback_text import is_inner
    info = ExceptionInfo(failure.cause)
    info.traceback = info.traceback.filter(lambda entry: not is_inner(entry.frame.f_code.co_filename)
                                           and '/importlib/' not in entry.frame.f_code.co_filename)
    sys.stderr.write(f"ImportError while loading conftest '{failure.path}'.\n")
    told = info.getrepr(style='short', chain=False) if info.traceback else info.exconly()
    for line in str(told).split('\n'):
        sys.stderr.write(line + '\n')


def console_main():
    """The program `pytest`."""
    try:
        code = run(None, None, 'pytest')
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        return 1


class cmdline:
    main = staticmethod(main)
