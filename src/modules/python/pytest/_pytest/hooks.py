"""Plugins and what they implement: functions called `pytest_…`, in conftest files and in objects that are registered."""
import inspect

_FIRST_RESULT = frozenset('''pytest_cmdline_main pytest_runtestloop pytest_runtest_protocol pytest_make_parametrize_id
pytest_report_teststatus pytest_runtest_makereport pytest_pyfunc_call pytest_fixture_setup pytest_ignore_collect
pytest_pycollect_makeitem pytest_pycollect_makemodule pytest_make_collect_report
pytest_asyncio_loop_factories'''.split())


def _maker(kind):
    def hook(function=None, **options):
        def made(function):
            setattr(function, kind, options)
            return function
        return made if function is None else made(function)
    return hook


class HookimplMarker:
    def __call__(self, function=None, *, optionalhook=False, hookwrapper=False, wrapper=False, tryfirst=False, trylast=False,
                 specname=None):
        def made(function):
            function.pytest_impl = {'hookwrapper': hookwrapper, 'wrapper': wrapper, 'tryfirst': tryfirst, 'trylast': trylast,
                                    'specname': specname}
            return function
        return made if function is None else made(function)


hookimpl = HookimplMarker()


def around_phases(during):
    """The hooks of a test's set-up, call and teardown, which come to pass within `during(self, item, phase)`."""
    def around(phase):
        @hookimpl(wrapper=True)
        def wrapped(self, item):
            with during(self, item, phase):
                return (yield)
        return wrapped
    return map(around, ('setup', 'call', 'teardown'))


hookspec = _maker('pytest_spec')


class Result:
    """What an old-style wrapper gets of the call that it wraps."""

    def __init__(self, result, exception):
        self._result, self._exception = result, exception

    @property
    def excinfo(self):
        e = self._exception
        return e if e is None else (type(e), e, e.__traceback__)

    exception = property(lambda self: self._exception)

    def get_result(self):
        if self._exception is not None:
            raise self._exception
        return self._result

    def force_result(self, result):
        self._result, self._exception = result, None

    def force_exception(self, exception):
        self._result, self._exception = None, exception


class _Implementation:
    def __init__(self, plugin, function, options):
        self.plugin, self.function = plugin, function
        self.wrapper = 'old' if options.get('hookwrapper') else 'new' if options.get('wrapper') else None
        self.rank = 2 if options.get('tryfirst') else 0 if options.get('trylast') else 1
        code = getattr(function, '__func__', function).__code__
        names = code.co_varnames[:code.co_argcount]
        self.names = names[1:] if inspect.ismethod(function) else names

    def call(self, given):
        return self.function(*[given[name] for name in self.names])


class PluginManager:
    """The plugins of a run."""

    def __init__(self):
        self._plugins, self._order, self._known, self.hook = {}, [], {}, Hooks(self)

    def register(self, plugin, name=None):
        name = name or getattr(plugin, '__name__', None) or str(id(plugin))
        if name in self._plugins:
            raise ValueError(f'Plugin name already registered: {name}={plugin}')
        self._plugins[name] = plugin
        self._order.append(plugin)
        self._known.clear()
        if 'pytest_plugin_registered' in self.hook.used:
            self.hook.pytest_plugin_registered(plugin=plugin, plugin_name=name, manager=self)
        return name

    def unregister(self, plugin=None, name=None):
        name = name or self.get_name(plugin)
        plugin = self._plugins.pop(name)
        self._order = [each for each in self._order if each is not plugin]
        self._known.clear()
        return plugin

    def get_name(self, plugin):
        return next((name for name, each in self._plugins.items() if each is plugin), None)

    def get_plugin(self, name):
        return self._plugins.get(name)

    getplugin = get_plugin

    def has_plugin(self, name):
        return name in self._plugins

    hasplugin = has_plugin

    def is_registered(self, plugin):
        return any(each is plugin for each in self._order)

    def get_plugins(self):
        return set(self._order)

    def list_name_plugin(self):
        return list(self._plugins.items())

    def implementations(self, name):
        """Last registered first; wrappers before all."""
        found = self._known.get(name)
        if found is None:
            found = []
            for plugin in self._order:
                function = getattr(plugin, name, None)
                if function is not None and (inspect.isroutine(function)):
                    options = getattr(function, 'pytest_impl', {})
                    if not isinstance(options, dict):
                        options = {}
                    found.append(_Implementation(plugin, function, options))
            found.reverse()
            found.sort(key=lambda each: (each.wrapper is None, -each.rank))
            self._known[name] = found
        return found


class Hooks:
    """`config.hook`: calls what plugins implement."""

    def __init__(self, manager):
        self._manager, self.used = manager, set()

    def __getattr__(self, name):
        if not name.startswith('pytest_'):
            raise AttributeError(name)
        hook = Hook(self._manager, name)
        setattr(self, name, hook)
        self.used.add(name)
        return hook


class Hook:
    def __init__(self, manager, name):
        self._manager, self.name, self._first = manager, name, name in _FIRST_RESULT

    def get_hookimpls(self):
        return self._manager.implementations(self.name)

    def __call__(self, **given):
        all = self._manager.implementations(self.name)
        if not all:
            return None if self._first else []
        count = 0
        while count < len(all) and all[count].wrapper:
            count += 1
        return self._wrapped(all[:count], all[count:], given) if count else self._plain(all, given)

    def _plain(self, implementations, given):
        __tracebackhide__ = True
        results = []
        for each in implementations:
            result = each.call(given)
            if result is not None:
                if self._first:
                    return result
                results.append(result)
        return None if self._first else results

    def _wrapped(self, wrappers, implementations, given):
        __tracebackhide__ = True
        begun, result, exception = [], None, None
        try:
            for each in wrappers:
                generator = each.call(given)
                begun.append((each.wrapper, generator))
                next(generator)
            result = self._plain(implementations, given)
        except BaseException as e:
            exception = e
        for kind, generator in reversed(begun):
            outcome = Result(result, exception)
            try:
                if kind == 'old':
                    generator.send(outcome)
                elif exception is not None:
                    generator.throw(exception)
                else:
                    generator.send(result)
            except StopIteration as e:
                result, exception = (outcome._result, outcome._exception) if kind == 'old' else (e.value, None)
            except BaseException as e:
                exception = e
            else:
                raise RuntimeError('a hook wrapper has yielded more than once')
        if exception is not None:
            raise exception
        return result
