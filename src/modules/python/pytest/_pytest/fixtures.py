"""What tests need, by name: definitions of fixtures, and requests for them."""
import functools
import inspect
import os
import warnings

from .mark import NOTSET
from .outcomes import TEST_OUTCOME, Skipped, fail, together

SCOPES = 'function', 'class', 'module', 'package', 'session'


def scope_from_user(scope, told, where=''):
    if scope not in SCOPES:
        fail(f'{told} {f"from {where} " if where else ""}got an unexpected scope value {scope!r}', pytrace=False)
    return scope


def wider(scope, other):
    return SCOPES.index(scope) > SCOPES.index(other)


class FixtureFunctionMarker:
    def __init__(self, scope, params, autouse, ids, name):
        self.scope, self.params, self.autouse, self.ids, self.name = scope, params, autouse, ids, name

    def __call__(self, function):
        if inspect.isclass(function):
            raise ValueError('class fixtures not supported (maybe in the future)')
        if isinstance(function, FixtureFunctionDefinition):
            raise ValueError(f'@pytest.fixture is being applied more than once to the same function {function.__name__!r}')
        if hasattr(function, 'pytestmark'):
            fail('Marks cannot be applied to fixtures.\n'
                 'See docs: https://docs.pytest.org/en/stable/deprecations.html#applying-a-mark-to-a-fixture-function')
        if (self.name or function.__name__) == 'request':
            fail(f"'request' is a reserved word for fixtures, use another name:\n  {location(function)}", pytrace=False)
        return FixtureFunctionDefinition(function, self)


class FixtureFunctionDefinition:
    """A function that gives tests what they need: pytest calls it, nobody else."""

    def __init__(self, function, marker, instance=None):
        self._fixture_function_marker = marker
        self._fixture_function = function if instance is None else function.__get__(instance)
        functools.update_wrapper(self, function)
        self.name = self.__name__ = marker.name or function.__name__

    def __repr__(self):
        return f'<pytest_fixture({self._fixture_function})>'

    def __get__(self, instance, owner=None):
        return FixtureFunctionDefinition(self._fixture_function, self._fixture_function_marker, instance)

    def __call__(self, *args, **kwargs):
        fail(f'Fixture "{self.name}" called directly. Fixtures are not meant to be called directly,\n'
             'but are created automatically when test functions request them as parameters.\n'
             'See https://docs.pytest.org/en/stable/explanation/fixtures.html for more information about fixtures, and\n'
             'https://docs.pytest.org/en/stable/deprecations.html#calling-fixtures-directly', pytrace=False)

    def _get_wrapped_function(self):
        return self._fixture_function


def fixture(fixture_function=None, *, scope='function', params=None, autouse=False, ids=None, name=None):
    marker = FixtureFunctionMarker(scope, None if params is None else tuple(params), autouse,
                                   ids if ids is None or callable(ids) else tuple(ids), name)
    return marker(fixture_function) if fixture_function else marker


def yield_fixture(fixture_function=None, **options):
    from .warning_types import PytestRemovedIn10Warning
    warnings.warn(PytestRemovedIn10Warning('@pytest.yield_fixture is deprecated.\nUse @pytest.fixture instead; they are the same.'))
    return fixture(fixture_function, **options)


def location(function, start=None):
    from .sources import relative
    code = getattr(function, '__func__', function).__code__
    return f'{relative(os.path.abspath(code.co_filename), start or os.getcwd())}:{code.co_firstlineno}'


def argument_names(function, name='', cls=None):
    """The names of what a function asks for: parameters without values of their own."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (ValueError, TypeError) as e:
        fail(f'Could not determine arguments of {function!r}: {e}', pytrace=False)
    kinds = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
    names = [each.name for each in parameters if each.kind in kinds and each.default is inspect.Parameter.empty]
    if cls is not None and not isinstance(inspect.getattr_static(cls, name, None), staticmethod):
        first = next(iter(parameters), None)
        if names and first is not None and first.kind is not inspect.Parameter.POSITIONAL_ONLY:
            names = names[1:]
    if hasattr(function, '__wrapped__'):
        names = names[_patched(function):]
    return tuple(names)


def _patched(function):
    """How many arguments `mock.patch` gives."""
    from sys import modules
    patchings = getattr(function, 'patchings', None)
    if not patchings or 'unittest.mock' not in modules:
        return 0
    default = modules['unittest.mock'].DEFAULT
    return sum(not each.attribute_name and each.new is default for each in patchings)


class FixtureDef:
    """A fixture of a node's: a function, and what it has given."""

    def __init__(self, config, argname, func, scope, params, ids=None, node=None, autouse=False):
        self.node, self.baseid, self.func, self.argname = node, node.nodeid if node is not None else '', func, argname
        if callable(scope):
            scope = scope(fixture_name=argname, config=config)
        self.scope = scope_from_user(scope or 'function', f"Fixture '{func.__name__}'", self.baseid)
        self.params, self.ids, self._autouse = params, ids, autouse
        self.argnames = argument_names(func, argname)
        self.cached_result, self._finalizers = None, []

    def __repr__(self):
        return f'<FixtureDef argname={self.argname!r} scope={self.scope!r} baseid={self.baseid!r}>'

    def addfinalizer(self, finalizer):
        self._finalizers.append(finalizer)

    def finish(self, request):
        if self.cached_result is None:
            return
        failed = []
        while self._finalizers:
            try:
                self._finalizers.pop()()
            except BaseException as e:
                failed.append(e)
        self.cached_result = None
        if failed:
            raise together(failed, f'errors while tearing down fixture "{self.argname}" of {request.node}')

    def cache_key(self, request):
        return getattr(request, 'param', None)

    def execute(self, request):
        needed = [request._get_active_fixturedef(name) for name in self.argnames]
        if self.cached_result is not None:
            value, key, failed = self.cached_result
            now = self.cache_key(request)
            try:
                same = bool(now == key)
            except (ValueError, RuntimeError):
                same = now is key
            if same:
                if failed is not None:
                    raise failed[0].with_traceback(failed[1])
                return value
            self.finish(request)
        finish = functools.partial(self.finish, request)
        for each in needed:
            each.addfinalizer(finish)
        hook = request.node.ihook
        self.addfinalizer(lambda: hook.pytest_fixture_post_finalizer(fixturedef=self, request=request))
        try:
            return hook.pytest_fixture_setup(fixturedef=self, request=request)
        finally:
            request.node.addfinalizer(finish)


def _parameter(request):
    return request.param


class DirectParam(FixtureDef):
    """A parameter that a mark gives, as if a fixture did."""

    def __init__(self, config, argname, scope):
        super().__init__(config, argname, _parameter, scope, None)
        self.argnames = ()


class _RequestDef(FixtureDef):
    def __init__(self, request):
        super().__init__(request.config, 'request', lambda: request, 'function', None, node=request.node)
        self.cached_result = request, [0], None

    def addfinalizer(self, finalizer):
        pass


def pytest_fixture_setup(fixturedef, request):
    """Calls a fixture's function."""
    if isinstance(fixturedef, DirectParam):
        fixturedef.cached_result = request.param, fixturedef.cache_key(request), None
        return request.param
    given = {name: request.getfixturevalue(name) for name in fixturedef.argnames}
    function, key = bound(fixturedef, request), fixturedef.cache_key(request)
    if inspect.isasyncgenfunction(function) or inspect.iscoroutinefunction(function):
        auto = ' with autouse=True' if fixturedef._autouse else ''
        fail(f'{request.node.name!r} requested an async fixture {request.fixturename!r}{auto}, with no plugin or hook that handled '
             'it. This is an error, as pytest does not natively support it.\nSee: '
             'https://docs.pytest.org/en/stable/deprecations.html#sync-test-depending-on-async-fixture', pytrace=False)
    try:
        result = _called(function, request, given)
    except TEST_OUTCOME as e:
        if isinstance(e, Skipped):
            e._use_item_location = True
        fixturedef.cached_result = None, key, (e, e.__traceback__)
        raise
    fixturedef.cached_result = result, key, None
    return result


def bound(fixturedef, request):
    """The fixture's function, as a method of the test's instance if it is one."""
    function, instance = fixturedef.func, request.instance
    if fixturedef.scope != 'function' and not isinstance(getattr(function, '__self__', type), type):
        _warn_of_method(fixturedef, request)
    if instance is not None:
        if hasattr(function, '__self__') and not isinstance(instance, function.__self__.__class__):
            return function
        plain = getattr(function, '__func__', function)
        if plain != function:
            function = plain.__get__(instance)
    return function


def _warn_of_method(fixturedef, request):
    from .sources import warn_within
    from .warning_types import PytestRemovedIn10Warning
    warn_within(PytestRemovedIn10Warning(
        f'{fixturedef.scope.capitalize()}-scoped fixtures defined as instance methods are deprecated.\n'
        f"Instance attributes set in the '{request.fixturename}' fixture will NOT be visible to test methods,\n"
        'as each test gets a new instance while the fixture runs only once per class.\n'
        'Use a @classmethod decorator below @pytest.fixture and set attributes on cls instead.\n'
        'See https://docs.pytest.org/en/stable/deprecations.html#class-scoped-fixture-as-instance-method'),
        'fixtures', 1392, '    fixturefunc = resolve_fixture_function(fixturedef, request)')


def _called(function, request, given):
    if not inspect.isgeneratorfunction(function):
        return function(**given)
    generator = function(**given)
    try:
        result = next(generator)
    except StopIteration:
        raise ValueError(f'{request.fixturename} did not yield a value') from None
    request.addfinalizer(functools.partial(_ended, function, generator))
    return result


def _ended(function, generator):
    try:
        next(generator)
    except StopIteration:
        return
    from .sources import place_of
    lines = inspect.getsourcelines(function)[0]
    file, line = place_of(function)
    text = '\n'.join('    ' + each.rstrip('\n') for each in lines)
    fail(f"fixture function has more than one 'yield':\n\n{text}\n{file}:{line + 1}", pytrace=False)


class FixtureFunctionInfo:
    """What a test asks for, all that this asks for, and the definitions by name."""

    def __init__(self, argnames, initialnames, names_closure, name2fixturedefs):
        self.argnames, self.initialnames = argnames, initialnames
        self.names_closure, self.name2fixturedefs = names_closure, name2fixturedefs

    def prune(self):
        """Forgets what only fixtures ask for that parameters stand for."""
        kept = closure(self.initialnames, self.name2fixturedefs.get)
        self.names_closure[:] = [name for name in self.names_closure if name in kept]


def closure(names, definitions):
    """Names with all that they ask for, each once, as they are met; what asks for its own name gets what it overrides."""
    found, within = {}, {}

    def meet(name):
        before = within.get(name)
        if before is None and name in found:
            return
        found[name] = True
        depth = (before or 0) + 1
        defs = definitions(name)
        if not defs or depth > len(defs):
            return
        within[name] = depth
        for each in defs[-depth].argnames:
            meet(each)
        if before is None:
            del within[name]
        else:
            within[name] = before
    for name in names:
        meet(name)
    return list(found)


class FixtureManager:
    """All fixtures of a run."""

    def __init__(self, session):
        self.session, self.config = session, session.config
        self._defs, self._autouse, self._waiting = {}, {session: list(self.config.getini('usefixtures'))}, {}
        for name, plugin in self.config.pluginmanager.list_name_plugin():
            self.add_plugin(plugin, name)

    def add_plugin(self, plugin, name):
        """Those of a conftest file are seen below its folder only."""
        folder = os.path.dirname(name)
        if name.endswith('conftest.py') and folder != str(self.config.rootpath):
            self._waiting[folder] = plugin
        else:
            self.parsefactories(holder=plugin, node=self.session)

    def enter(self, folder):
        plugin = self._waiting.pop(str(folder.path), None)
        if plugin is not None:
            self.parsefactories(holder=plugin, node=folder)

    def register(self, name, func, scope, params=None, ids=None, autouse=False, node=None):
        definition = FixtureDef(self.config, name, func, scope, params, ids, node, autouse)
        self._defs.setdefault(name, {}).setdefault(node, []).insert(0, definition)
        if autouse:
            self._autouse.setdefault(node, []).append(name)

    def parsefactories(self, node=None, *, holder=None):
        holder = node.obj if holder is None else holder
        of = holder if inspect.isclass(holder) or inspect.ismodule(holder) else type(holder)
        for name in dir(holder):
            if inspect.ismodule(of):
                found = of.__dict__.get(name)
            else:
                found = inspect.getattr_static(of, name, None)
            if type(found) is not FixtureFunctionDefinition:
                found = getattr(found, '__func__', None)
                if type(found) is not FixtureFunctionDefinition:
                    continue
            marker = found._fixture_function_marker
            function = getattr(holder, name)._get_wrapped_function()
            self.register(marker.name or name, function, marker.scope, marker.params, marker.ids, marker.autouse, node)

    def getfixturedefs(self, name, node):
        """From the farthest to the nearest; None if there is none of the name at all."""
        by_node = self._defs.get(name)
        if not by_node:
            return None
        found = [each for parent in node.iter_parents() for each in by_node.get(parent, ())]
        found.reverse()
        return found

    def names_seen_by(self, node):
        parents = list(node.iter_parents())
        return {name for name, by_node in self._defs.items() if any(parent in by_node for parent in parents)}

    def getfixtureinfo(self, node, func, cls):
        plain = func is not None and not getattr(node, 'nofuncargs', False)
        argnames = argument_names(func, node.name, cls) if plain else ()
        used = [name for mark in node.iter_markers('usefixtures') for name in mark.args]
        auto = [name for parent in node.listchain() for name in self._autouse.get(parent, ())]
        initial = tuple(dict.fromkeys([*auto, *used, *argnames]))
        direct = _direct_parameters(node)
        definitions = {}

        def of(name):
            if name in direct:
                return None
            if name not in definitions:
                found = self.getfixturedefs(name, node)
                if found:
                    definitions[name] = found
            return definitions.get(name)
        names = closure(initial, of)

        def rank(name):
            defs = definitions.get(name)
            return -SCOPES.index(defs[-1].scope) if defs else 0
        names.sort(key=rank)
        return FixtureFunctionInfo(argnames, initial, names, definitions)


def _direct_parameters(node):
    from .mark import names_of_parametrize
    direct = set()
    for mark in node.iter_markers('parametrize'):
        names = mark.args[0] if mark.args else mark.kwargs['argnames']
        indirect = mark.kwargs.get('indirect', False)
        names = names_of_parametrize(names)[0]
        direct.update(names if indirect is False else () if indirect is True else (name for name in names if name not in indirect))
    return direct


def __getattr__(name):
    if name in ('FixtureRequest', 'SubRequest', 'TopRequest', 'FixtureLookupError'):
        from . import requests
        return getattr(requests, name)
    raise AttributeError(f"module '_pytest.fixtures' has no attribute '{name}'")
