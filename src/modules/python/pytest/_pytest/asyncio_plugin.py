"""pytest-asyncio: tests and fixtures that are coroutines run in loops that last as long as a scope."""
import contextlib
import contextvars
import functools
import inspect
import warnings
from enum import Enum

from .config_errors import UsageError
from .fixtures import SCOPES, bound, fixture as _fixture
from .mark import HIDDEN_PARAM, MARK_GEN, Mark, param
from .outcomes import fail
from .python import Function
from .sources import warn_within
from .warning_types import PytestCollectionWarning, PytestDeprecationWarning, PytestWarning

_TEARDOWN = '''An exception occurred during teardown of an asyncio.Runner. The reason is likely that you closed the underlying \
event loop in a test, which prevents the cleanup of asynchronous generators by the runner.
This warning will become an error in future versions of pytest-asyncio. Please ensure that your tests don't close the event loop. \
Here is the traceback of the exception triggered during teardown:
%s
'''


class Mode(str, Enum):
    AUTO, STRICT = 'auto', 'strict'


def fixture(fixture_function=None, loop_scope=None, **kwargs):
    if fixture_function is None:
        return functools.partial(fixture, loop_scope=loop_scope, **kwargs)
    function = getattr(fixture_function, '__func__', fixture_function)
    function._force_asyncio_fixture, function._loop_scope = True, loop_scope
    return _fixture(fixture_function, **kwargs)


def _is_forced(function):
    return getattr(getattr(function, '__func__', function), '_force_asyncio_fixture', False)


def _is_async(function):
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)


def _mode(config):
    value = config.option.asyncio_mode or config.getini('asyncio_mode')
    try:
        return Mode(value)
    except ValueError as e:
        raise UsageError(f'{value!r} is not a valid asyncio_mode. Valid modes: {", ".join(each.value for each in Mode)}.') from e


def _debug(config):
    return bool(config.option.asyncio_debug) or str(config.getini('asyncio_debug')).lower() == 'true'


def _check_scope(scope, option):
    if scope is not None and scope not in SCOPES:
        raise UsageError(f'{scope!r} is not a valid {option}. Valid scopes are: {", ".join(SCOPES)}.')


def pytest_configure(config):
    of_fixtures = config.getini('asyncio_default_fixture_loop_scope')
    if of_fixtures != 'fixture-scope':
        _check_scope(of_fixtures, 'asyncio_default_fixture_loop_scope')
    _check_scope(config.getini('asyncio_default_test_loop_scope'), 'asyncio_default_test_loop_scope')


def header(config):
    """What a run tells of it at its start."""
    return (f'asyncio: mode={_mode(config)}, debug={_debug(config)}, '
            f'asyncio_default_fixture_loop_scope={config.getini("asyncio_default_fixture_loop_scope")}, '
            f'asyncio_default_test_loop_scope={config.getini("asyncio_default_test_loop_scope")}')


class Coroutine(Function):
    """A test that is a coroutine."""

    @property
    def loop_scope(self):
        given = self.get_closest_marker('asyncio').kwargs
        return given.get('loop_scope') or given.get('scope') or self.config.getini('asyncio_default_test_loop_scope')

    def setup(self):
        name = f'_{self.loop_scope}_scoped_runner'
        if name not in self.fixturenames:
            self.fixturenames.append(name)
        if self.config.hook.pytest_asyncio_loop_factories.get_hookimpls():
            self._request.getfixturevalue('_asyncio_loop_factory')
        super().setup()

    def runtest(self):
        runner = self._request.getfixturevalue(f'_{self.loop_scope}_scoped_runner')
        context, function = contextvars.copy_context(), self.obj

        @functools.wraps(function)
        def run(*args, **kwargs):
            runner.run(function(*args, **kwargs), context=context)
        # What is called is no coroutine.
        del run.__wrapped__
        self.obj = run
        try:
            super().runtest()
        finally:
            self.obj = function


class AsyncGenerator(Coroutine):
    """A test that is an asynchronous generator, which is none."""


def is_async_test(item):
    return isinstance(item, Coroutine)


def _mark_of(item):
    mark = item.get_closest_marker('asyncio')
    if mark is None and _mode(item.config) is Mode.AUTO:
        item.add_marker('asyncio')
        mark = item.get_closest_marker('asyncio')
    return mark


def _check_mark(mark, nodeid):
    given = mark.kwargs
    if mark.args or set(given) - {'loop_scope', 'scope', 'loop_factories'}:
        fail(f"{nodeid}: mark.asyncio accepts only keyword arguments 'loop_scope' and 'loop_factories'.", pytrace=False)
    if 'scope' in given and 'loop_scope' in given:
        fail(f'{nodeid}: An asyncio pytest marker defines both "scope" and "loop_scope", but it should only use "loop_scope".', pytrace=False)
    named = given.get('loop_factories')
    if named is not None and (isinstance(named, str) or not named or not all(isinstance(each, str) and each for each in named)):
        fail(f"{nodeid}: mark.asyncio 'loop_factories' must be a non-empty sequence of strings.", pytrace=False)
    scope = given.get('loop_scope') or given.get('scope')
    if scope is not None and scope not in SCOPES:
        fail(f'{nodeid}: mark.asyncio got an unexpected loop scope value {scope!r}. Valid scopes are: {", ".join(SCOPES)}.', pytrace=False)


def pytest_generate_tests(metafunc):
    mark = _mark_of(metafunc.definition) if _is_async(metafunc.function) else None
    if mark is None:
        return
    nodeid, config = metafunc.definition.nodeid, metafunc.config
    _check_mark(mark, nodeid)
    wanted, factories = mark.kwargs.get('loop_factories'), _factories(config, metafunc.definition)
    if factories is None:
        if wanted is not None:
            fail(f"{nodeid}: mark.asyncio 'loop_factories' requires at least one pytest_asyncio_loop_factories hook implementation.",
                 pytrace=False)
        return
    names, known = list(factories) if wanted is None else wanted, ', '.join(factories)
    values = [factories[name] if name in factories else param(None, marks=MARK_GEN.skip(
        reason=f'Loop factory {name!r} is not available. Available factories: {known}.')) for name in names]
    metafunc.fixturenames.append('_asyncio_loop_factory')
    metafunc.parametrize('_asyncio_loop_factory', values, ids=(HIDDEN_PARAM,) if len(names) == 1 else names, indirect=True,
                         scope=mark.kwargs.get('loop_scope') or mark.kwargs.get('scope')
                         or config.getini('asyncio_default_test_loop_scope'))


def _factories(config, item):
    """The loops that a conftest file makes, by name; None: none says so."""
    hook = item.ihook.pytest_asyncio_loop_factories
    if not hook.get_hookimpls():
        return None
    factories = hook(config=config, item=item)
    if not factories or not all(isinstance(name, str) and name and callable(made) for name, made in dict(factories).items()):
        raise UsageError('pytest_asyncio_loop_factories must return a non-empty mapping of factory names to callables.\n')
    return dict(factories)


pytest_generate_tests.pytest_impl = {'tryfirst': True}


def pytest_pycollect_makeitem(collector, name, obj):
    made = yield
    for item in made if isinstance(made, list) else [made]:
        if type(item) is not Function or not _is_async(item.obj) or _mark_of(item) is None:
            continue
        if inspect.iscoroutinefunction(item.obj):
            item.__class__ = Coroutine
        else:
            item.__class__ = AsyncGenerator
            told = f'Tests based on asynchronous generators are not supported. {item.name} will be ignored.'
            item.warn(PytestCollectionWarning(told))
            item.own_markers.append(Mark('xfail', (), {'run': False, 'reason': told}))
    return made


pytest_pycollect_makeitem.pytest_impl = {'wrapper': True}


def pytest_pyfunc_call(pyfuncitem):
    if pyfuncitem.get_closest_marker('asyncio') is not None:
        if not is_async_test(pyfuncitem):
            pyfuncitem.warn(PytestWarning(
                f"The test {pyfuncitem} is marked with '@pytest.mark.asyncio' but it is not an async function. Please remove the "
                "asyncio mark. If the test is not marked explicitly, check for global marks applied via 'pytestmark'."))
        elif _mode(pyfuncitem.config) is Mode.STRICT:
            for name, definitions in pyfuncitem._fixtureinfo.name2fixturedefs.items():
                function = definitions[-1].func
                if _is_async(function) and not _is_forced(function):
                    warnings.warn(PytestDeprecationWarning(
                        f'asyncio test {pyfuncitem.name!r} requested async @pytest.fixture {name!r} in strict mode. You might want '
                        'to use @pytest_asyncio.fixture or switch to auto mode. This will become an error in future versions of '
                        'pytest-asyncio.'), stacklevel=1)
    return (yield)


pytest_pyfunc_call.pytest_impl = {'wrapper': True, 'tryfirst': True}


_POLICY = ('Overriding the "event_loop_policy" fixture is deprecated and will be removed in a future version of pytest-asyncio. '
           'Use the "pytest_asyncio_loop_factories" hook to customize event loop creation.')


def pytest_fixture_setup(fixturedef, request):
    function = fixturedef.func
    if fixturedef.argname == 'event_loop_policy' and function.__module__ != __name__:
        warn_within(PytestDeprecationWarning(_POLICY), 'plugin', 926, '    warnings.warn(', 'pytest_asyncio')
    if not _is_forced(function) and (_mode(request.config) is Mode.STRICT or not _is_async(function)):
        return (yield)
    default = request.config.getini('asyncio_default_fixture_loop_scope')
    if default == 'fixture-scope':
        default = fixturedef.scope
    scope = getattr(function, '_loop_scope', None) or default or fixturedef.scope
    name = f'_{scope}_scoped_runner'
    runner = request.getfixturevalue(name)
    request._get_active_fixturedef(name).addfinalizer(functools.partial(fixturedef.finish, request))
    fixturedef.func = _synchronous(bound(fixturedef, request), runner, request)
    try:
        return (yield)
    finally:
        fixturedef.func = function


pytest_fixture_setup.pytest_impl = {'wrapper': True}


def _synchronous(function, runner, request):
    """A fixture's function that is called, which runs what it is made of in the loop."""
    if inspect.isasyncgenfunction(function):
        def made(**given):
            generator, context = function(**given), contextvars.copy_context()

            async def setup():
                return await generator.__anext__()

            async def teardown():
                try:
                    await generator.__anext__()
                except StopAsyncIteration:
                    return
                raise ValueError("Async generator fixture didn't stop.Yield only once.")
            result = runner.run(setup(), context=context)
            undo = _take_variables(context)

            def finish():
                runner.run(teardown(), context=context)
                undo()
            request.addfinalizer(finish)
            return result
    elif inspect.iscoroutinefunction(function):
        def made(**given):
            context = contextvars.copy_context()

            async def setup():
                return await function(**given)
            result = runner.run(setup(), context=context)
            request.addfinalizer(_take_variables(context))
            return result
    elif inspect.isgeneratorfunction(function):
        def made(**given):
            with _loop_set(runner.get_loop()):
                yield from function(**given)
    else:
        def made(**given):
            with _loop_set(runner.get_loop()):
                return function(**given)
    return made


def _take_variables(context):
    """Gives the context variables that a fixture has set to the test as well; the function gives them back."""
    tokens = []
    for variable in context:
        try:
            if variable.get() is context.get(variable):
                continue
        except LookupError:
            pass
        tokens.append((variable, variable.set(context.get(variable))))

    def undo():
        while tokens:
            variable, token = tokens.pop()
            variable.reset(token)
    return undo


@contextlib.contextmanager
def _loop_set(loop):
    import asyncio
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', DeprecationWarning)
        try:
            before = asyncio.get_event_loop()
        except RuntimeError:
            before = None
        asyncio.set_event_loop(loop)
    try:
        yield
    finally:
        asyncio.set_event_loop(before)


def _runner_fixture(scope):
    @_fixture(scope=scope, name=f'_{scope}_scoped_runner')
    def _scoped_runner(event_loop_policy, _asyncio_loop_factory, request):
        import asyncio
        factory = _asyncio_loop_factory
        if factory is None and event_loop_policy is not None:
            factory = event_loop_policy.new_event_loop
        with _policy_set(event_loop_policy):
            runner = asyncio.Runner(debug=_debug(request.config), loop_factory=factory).__enter__()
            if factory is not None:
                asyncio.set_event_loop(runner.get_loop())
            yield runner
            try:
                runner.__exit__(None, None, None)
            except RuntimeError:
                import traceback
                warnings.warn(_TEARDOWN % traceback.format_exc(), RuntimeWarning)
    return _scoped_runner


@contextlib.contextmanager
def _policy_set(policy):
    import asyncio
    if policy is None:
        yield
        return
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', DeprecationWarning)
        before = asyncio.get_event_loop_policy()
        asyncio.set_event_loop_policy(policy)
    try:
        yield
    finally:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore', DeprecationWarning)
            asyncio.set_event_loop_policy(before)


for _scope in SCOPES:
    globals()[f'_{_scope}_scoped_runner'] = _runner_fixture(_scope)


@_fixture(scope='session')
def _asyncio_loop_factory(request):
    return getattr(request, 'param', None)


@_fixture(scope='session', autouse=True)
def event_loop_policy():
    """Return an instance of the policy used to create asyncio event loops."""
    return None


def _unused_port(kind):
    import socket
    with contextlib.closing(socket.socket(type=kind)) as sock:
        sock.bind(('127.0.0.1', 0))
        return sock.getsockname()[1]


def _factory(kind):
    given = set()

    def unused():
        port = _unused_port(kind)
        while port in given:
            port = _unused_port(kind)
        given.add(port)
        return port
    return unused


@_fixture
def unused_tcp_port():
    import socket
    return _unused_port(socket.SOCK_STREAM)


@_fixture
def unused_udp_port():
    import socket
    return _unused_port(socket.SOCK_DGRAM)


@_fixture(scope='session')
def unused_tcp_port_factory():
    """A factory function, producing different unused TCP ports."""
    import socket
    return _factory(socket.SOCK_STREAM)


@_fixture(scope='session')
def unused_udp_port_factory():
    """A factory function, producing different unused UDP ports."""
    import socket
    return _factory(socket.SOCK_DGRAM)
