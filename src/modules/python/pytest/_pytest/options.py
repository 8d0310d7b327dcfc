"""pytest's options: those of the command line and those of its file."""
import argparse
import os
import sys

from .config_errors import UsageError

# Which options there are that do nothing of use here, or that are not supported.
_NOT_SUPPORTED = ('--pdb', '--trace', '--fixtures', '--funcargs', '--fixtures-per-test', '--lf', '--last-failed', '--ff',
                  '--failed-first', '--nf', '--new-first', '--sw', '--stepwise', '--junitxml', '--junit-xml', '--doctest-modules',
                  '--setup-show', '--setup-plan', '--markers', '--cache-show', '--log-file', '--pastebin', '--help', '-h', '--debug')

INI = {
    'markers': ('linelist', []), 'usefixtures': ('args', []), 'python_files': ('args', ['test_*.py', '*_test.py']),
    'python_classes': ('args', ['Test']), 'python_functions': ('args', ['test']), 'testpaths': ('args', []),
    'norecursedirs': ('args', ['*.egg', '.*', '_darcs', 'build', 'CVS', 'dist', 'node_modules', 'venv', '{arch}']),
    'addopts': ('args', []), 'filterwarnings': ('linelist', []), 'pythonpath': ('paths', []), 'minversion': ('string', None),
    'strict': ('bool', False), 'strict_markers': ('bool', None), 'strict_xfail': ('bool', None), 'strict_config': ('bool', None),
    'xfail_strict': ('bool', None), 'empty_parameter_set_mark': ('string', 'skip'), 'console_output_style': ('string', 'progress'),
    'log_level': ('string', None), 'log_format': ('string', ''), 'log_date_format': ('string', ''), 'log_cli': ('bool', False),
    'log_cli_level': ('string', None), 'log_cli_format': ('string', ''), 'log_cli_date_format': ('string', ''),
    'truncation_limit_lines': ('string', None), 'truncation_limit_chars': ('string', None), 'required_plugins': ('args', []),
    'cache_dir': ('string', '.pytest_cache'), 'collect_imported_tests': ('bool', True), 'max_warnings': ('string', None),
    'verbosity_assertions': ('string', 'auto'), 'verbosity_test_cases': ('string', 'auto'), 'verbosity_subtests': ('string', 'auto'),
    'tmp_path_retention_count': ('string', '3'), 'tmp_path_retention_policy': ('string', 'all'), 'junit_family': ('string', 'xunit2'),
    'asyncio_mode': ('string', 'strict'), 'asyncio_debug': ('string', 'false'),
    'asyncio_default_fixture_loop_scope': ('string', None), 'asyncio_default_test_loop_scope': ('string', 'function'),
    'anyio_mode': ('string', 'strict'), 'consider_namespace_packages': ('bool', False),
    'assertion_text_diff_style': ('string', 'ndiff'), 'doctest_encoding': ('string', 'utf-8'), 'doctest_optionflags': ('args', ['ELLIPSIS']),
    'disable_test_id_escaping_and_forfeit_all_rights_to_community_support': ('bool', False), 'enable_assertion_pass_hook': ('bool', False),
    'faulthandler_exit_on_timeout': ('bool', False), 'faulthandler_timeout': ('string', 0.0), 'junit_duration_report': ('string', 'total'),
    'junit_log_passing_tests': ('bool', True), 'junit_logging': ('string', 'no'), 'junit_suite_name': ('string', 'pytest'),
    'log_auto_indent': ('string', None), 'log_file': ('string', None), 'log_file_date_format': ('string', None),
    'log_file_format': ('string', None), 'log_file_level': ('string', None), 'log_file_mode': ('string', 'w'),
    'parametrize_long_str_id_strategy': ('string', 'short'), 'strict_parametrization_ids': ('bool', None),
}


class _More(argparse.Action):
    """`-v` and `-q` count in opposite directions."""

    def __init__(self, option_strings, dest, **given):
        super().__init__(option_strings, dest, nargs=0, **given)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, getattr(namespace, self.dest, 0) + (-1 if option_string in ('-q', '--quiet') else 1))


class _Lacking(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        from _frames import not_supported
        not_supported(f'pytest with {option_string}')


class _ArgumentParser(argparse.ArgumentParser):
    extra = ''

    def error(self, message):
        raise UsageError(f'{self.format_usage()}{self.prog}: error: {message}\n{self.extra}'.rstrip('\n'))


class OptionGroup:
    def __init__(self, parser, name=''):
        self._parser, self.name = parser, name

    def addoption(self, *names, **attributes):
        self._parser.addoption(*names, **attributes)

    _addoption = addoption


class Parser:
    """What options there are; conftest files add theirs."""

    def __init__(self):
        prog = os.path.basename(sys.argv[0]) if sys.argv and sys.argv[0] else 'pytest'
        self.prog = '__main__.py' if prog in ('<python -m pytest>',) else prog
        self.argparser = _ArgumentParser(self.prog, usage='%(prog)s [options] [file_or_dir] [file_or_dir] [...]', add_help=False,
                                         allow_abbrev=False)
        self.ini = dict(INI)
        self._core()

    def getgroup(self, name, description='', after=None):
        return OptionGroup(self, name)

    def addoption(self, *names, **attributes):
        self.argparser.add_argument(*names, **attributes)

    def addini(self, name, help='', type=None, default=None, **given):
        empty = {'args': [], 'linelist': [], 'paths': [], 'pathlist': [], 'bool': False}.get(type, '')
        self.ini[name] = type or 'string', empty if default is None else default

    def _core(self):
        add = self.argparser.add_argument
        add('file_or_dir', nargs='*')
        add('-v', '--verbose', '-q', '--quiet', action=_More, dest='verbose', default=0)
        add('-k', dest='keyword', default='')
        add('-m', dest='markexpr', default='')
        add('-x', '--exitfirst', action='store_const', dest='maxfail', const=1, default=0)
        add('--maxfail', type=int, dest='maxfail', default=0)
        add('-s', action='store_const', const='no', dest='capture', default='fd')
        add('--capture', dest='capture', default='fd', choices=['fd', 'sys', 'no', 'tee-sys'])
        add('--tb', dest='tbstyle', default='auto', choices=['auto', 'long', 'short', 'no', 'line', 'native'])
        add('--full-trace', '--fulltrace', action='store_true', dest='fulltrace')
        add('-l', '--showlocals', action='store_true', dest='showlocals')
        add('--no-showlocals', action='store_false', dest='showlocals')
        add('--show-capture', dest='showcapture', default='all', choices=['no', 'stdout', 'stderr', 'log', 'all'])
        add('-r', dest='reportchars', default='fE')
        add('--disable-warnings', '--disable-pytest-warnings', action='store_true', dest='disable_warnings')
        add('-W', '--pythonwarnings', action='append', dest='pythonwarnings')
        add('--durations', type=int, default=None, dest='durations')
        add('--durations-min', type=float, default=None, dest='durations_min')
        add('--verbosity', type=int, dest='verbose')
        add('--no-header', action='store_true', dest='no_header')
        add('--no-summary', action='store_true', dest='no_summary')
        add('--no-fold-skipped', action='store_false', dest='fold_skipped', default=True)
        add('--force-short-summary', action='store_true', dest='force_short_summary')
        add('--xfail-tb', action='store_true', dest='xfail_tb')
        add('--color', dest='color', default='auto', choices=['yes', 'no', 'auto'])
        add('--code-highlight', default='yes', choices=['yes', 'no'])
        add('--runxfail', action='store_true', dest='runxfail')
        add('--collect-only', '--collectonly', '--co', action='store_true', dest='collectonly')
        add('--continue-on-collection-errors', action='store_true', dest='continue_on_collection_errors')
        add('--setup-only', action='store_true', dest='setuponly')
        add('--strict-markers', '--strict', action='store_true', dest='strict_markers')
        add('--strict-config', action='store_true', dest='strict_config')
        add('--deselect', action='append', dest='deselect')
        add('--ignore', action='append', dest='ignore')
        add('--ignore-glob', action='append', dest='ignore_glob')
        add('--rootdir', dest='rootdir')
        add('-c', '--config-file', dest='inifilename')
        add('--confcutdir', dest='confcutdir')
        add('--noconftest', action='store_true', dest='noconftest')
        add('--keep-duplicates', '--keepduplicates', action='store_true', dest='keepduplicates')
        add('--pyargs', action='store_true', dest='pyargs')
        add('--import-mode', dest='importmode', default='prepend')
        add('--assert', dest='assertmode', default='rewrite', choices=['rewrite', 'plain'])
        add('--basetemp', dest='basetemp')
        add('-o', '--override-ini', action='append', dest='override_ini')
        add('-p', action='append', dest='plugins', default=[])
        add('--cache-clear', action='store_true', dest='cacheclear')
        add('-V', '--version', action='count', default=0, dest='version')
        add('--log-level', dest='log_level')
        add('--log-format', dest='log_format')
        add('--log-date-format', dest='log_date_format')
        add('--log-cli-level', dest='log_cli_level')
        add('--log-cli-format', dest='log_cli_format')
        add('--log-cli-date-format', dest='log_cli_date_format')
        add('--max-warnings', type=int, dest='max_warnings')
        add('--asyncio-mode', dest='asyncio_mode', default=None)
        add('--asyncio-debug', action='store_true', dest='asyncio_debug', default=None)
        for name in _NOT_SUPPORTED:
            add(name, action=_Lacking, nargs='?', dest='lacking')

    def parse(self, args, extra='', known_only=False):
        self.argparser.extra = extra
        if known_only:
            return self.argparser.parse_known_intermixed_args(args)[0]
        found, left = self.argparser.parse_known_intermixed_args(args)
        unknown = [arg for arg in left if arg[:1] == '-']
        if unknown:
            self.argparser.error('unrecognized arguments: ' + ' '.join(unknown))
        return found


def converted(kind, value, folder):
    """The value of an option of a file: what its text says."""
    if kind in ('paths', 'pathlist'):
        import pathlib
        return [pathlib.Path(folder) / each for each in (value if isinstance(value, list) else value.split())]
    if kind == 'args':
        import shlex
        return list(value) if isinstance(value, list) else shlex.split(value)
    if kind == 'linelist':
        return list(value) if isinstance(value, list) else [line.strip() for line in value.split('\n') if line.strip()]
    if kind == 'bool':
        if isinstance(value, bool):
            return value
        if str(value).strip().lower() in ('1', 'yes', 'true', 't', 'y', 'on'):
            return True
        if str(value).strip().lower() in ('0', 'no', 'false', 'f', 'n', 'off'):
            return False
        raise ValueError(f'invalid truth value {value!r}')
    return value
