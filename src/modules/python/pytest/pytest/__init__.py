"""Tests: what their modules import, and the run of them."""
from _pytest import __version__, version_tuple
from _pytest.fixtures import fixture, yield_fixture
from _pytest.mark import HIDDEN_PARAM, MARK_GEN as mark, Mark, MarkDecorator, MarkGenerator, ParameterSet, param
from _pytest.outcomes import exit, fail, importorskip, skip, xfail
from _pytest.raises import RaisesExc, raises

# Where the other names are, which the run imports.
_WHERE = {name: module for module, names in {
    'approx': 'Approx approx', 'excinfo': 'ExceptionInfo', 'recwarn': 'WarningsRecorder deprecated_call warns',
    'raises_group': 'RaisesGroup', 'config_errors': 'ExitCode UsageError', 'config': 'Config cmdline console_main main',
    'hooks': 'PluginManager hookimpl hookspec', 'options': 'OptionGroup Parser', 'capture': 'CaptureFixture',
    'logging': 'LogCaptureFixture', 'monkeypatch': 'MonkeyPatch', 'tmpdir': 'TempPathFactory TempdirFactory',
    'nodes': 'Collector Directory File Item Stash StashKey', 'main': 'Dir Session', 'python': 'Class Function Module Package',
    'metafunc': 'Metafunc', 'fixtures': 'FixtureDef', 'requests': 'FixtureLookupError FixtureRequest',
    'reports': 'CollectReport TestReport', 'runner': 'CallInfo', 'subtests': 'SubtestReport Subtests',
    'terminal': 'TerminalReporter', 'extras': 'Cache',
    'warning_types': '''PytestApproxDecimalToleranceWarning PytestAssertRewriteWarning PytestCacheWarning PytestCollectionWarning
        PytestConfigWarning PytestDeprecationWarning PytestExperimentalApiWarning PytestFDWarning PytestRemovedIn10Warning
        PytestReturnNotNoneWarning PytestUnhandledThreadExceptionWarning PytestUnknownMarkWarning
        PytestUnraisableExceptionWarning PytestWarning'''}.items() for name in names.split()}

__all__ = ['HIDDEN_PARAM', 'Mark', 'MarkDecorator', 'MarkGenerator', 'ParameterSet', 'RaisesExc', '__version__', 'exit', 'fail', 'fixture',
           'importorskip', 'mark', 'param', 'raises', 'register_assert_rewrite', 'skip', 'version_tuple', 'xfail', 'yield_fixture', *_WHERE]
__all__ = sorted({*__all__} - {'PluginManager'} | {'PytestPluginManager'})


def register_assert_rewrite(*names):
    """Names of modules whose asserts explain themselves."""
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f'expected module names as *args, got {names!r} instead')
    from _pytest.imports import also_explained
    also_explained(names)


def freeze_includes():
    return []


def __getattr__(name):
    if name == 'PytestPluginManager':
        name = 'PluginManager'
    module = _WHERE.get(name)
    if module is not None:
        import importlib
        found = globals()[name] = getattr(importlib.import_module('_pytest.' + module), name)
        return found
    if name[:1] != '_' and name in _LACKING:
        from _frames import not_supported
        not_supported('pytest.' + name)
    raise AttributeError(f"module 'pytest' has no attribute '{name}'")


_LACKING = ('DoctestItem', 'HookRecorder', 'LineMatcher', 'Pytester', 'RecordedHookCall', 'RunResult', 'ScopeName', 'TestShortLogReport',
            'Testdir', 'register_fixture', 'set_trace')
