"""Smaller fixtures, and the warnings that tests give."""
import contextlib
import sys
import warnings

from .fixtures import fixture


@fixture(scope='session')
def pytestconfig(request):
    """Session-scoped fixture that returns the session's :class:`pytest.Config`"""
    return request.config


@fixture
def record_property(request):
    """Add extra properties to the calling test."""
    return lambda name, value: request.node.user_properties.append((name, value))


@fixture
def record_xml_attribute(request):
    """Add extra xml attributes to the tag for the calling test."""
    return lambda name, value: None


@fixture(scope='session')
def record_testsuite_property(request):
    """Record a new ``<property>`` tag as child of the root ``<testsuite>``."""
    return lambda name, value: None


@fixture(scope='session')
def doctest_namespace():
    """Fixture that returns a :py:class:`dict` that will be injected into the"""
    return {}


class Cache:
    """Values that a run keeps."""

    def __init__(self):
        self._values = {}

    def get(self, key, default):
        return self._values.get(key, default)

    def set(self, key, value):
        self._values[key] = value

    def mkdir(self, name):
        import pathlib
        path = pathlib.Path.cwd() / '.pytest_cache' / 'd' / name
        path.mkdir(parents=True, exist_ok=True)
        return path


@fixture
def cache(request):
    """Return a cache object that can persist state between testing sessions."""
    return request.config.cache


def _category(name):
    """The class of a warning, by its name."""
    if not name:
        return Warning
    module, _, name = name.rpartition('.')
    import importlib
    return getattr(importlib.import_module(module or 'builtins'), name)


def add_filter(text, escape=False):
    """`action:message:category:module:line`"""
    import re
    parts = [part.strip() for part in text.split(':')]
    parts += [''] * (5 - len(parts))
    action, message, category, module, line = parts[:5]
    if escape:
        message, module = re.escape(message), re.escape(module) + r'\Z' if module else ''
    actions = [each for each in ('default', 'always', 'ignore', 'module', 'once', 'error') if each.startswith(action or 'default')]
    if not actions:
        from .config_errors import UsageError
        raise UsageError(f'invalid action: {action!r}')
    warnings.filterwarnings(actions[0], message, _category(category), module, int(line or 0))


def add_filters(config):
    """The filters of the file and of the command line."""
    if not sys.warnoptions:
        warnings.filterwarnings('always', category=DeprecationWarning)
        warnings.filterwarnings('always', category=PendingDeprecationWarning)
    for text in config.getini('filterwarnings'):
        add_filter(text)
    for text in config.option.pythonwarnings or ():
        add_filter(text, escape=True)


@contextlib.contextmanager
def recorded_warnings(config, item=None):
    """Whatever is warned of is told at the end."""
    with warnings.catch_warnings(record=True) as log:
        add_filters(config)
        if item is not None:
            for mark in item.iter_markers('filterwarnings'):
                for text in mark.args:
                    add_filter(text)
        try:
            yield
        finally:
            for each in log:
                config.hook.pytest_warning_recorded(warning_message=each, nodeid='' if item is None else item.nodeid,
                                                    when='collect' if item is None else 'runtest', location=None)


def pytest_runtest_protocol(item, nextitem):
    from . import explained
    explained.config = item.config
    try:
        with recorded_warnings(item.config, item):
            return (yield)
    finally:
        explained.config = None


pytest_runtest_protocol.pytest_impl = {'wrapper': True, 'tryfirst': True}


def pytest_assertrepr_compare(config, op, left, right):
    from .compare import explanation
    return explanation(config, op, left, right) or None
