"""Modules, classes and functions of tests."""
import fnmatch
import inspect
import os
import types
import warnings

from . import nodes
from .excinfo import ExceptionInfo, Traceback
from .fixtures import FixtureFunctionDefinition
from .mark import get_unpacked_marks
from .outcomes import Skipped, fail
from .requests import TopRequest
from .sources import place_of, real_function, warn_within
from .traceback_text import is_inner
from .warning_types import PytestCollectionWarning, PytestReturnNotNoneWarning

ASYNC_FAILURE = '''async def functions are not natively supported.
You need to install a suitable plugin for your async framework, for example:
  - anyio
  - pytest-asyncio
  - pytest-tornasync
  - pytest-trio
  - pytest-twisted'''


class _Empty:
    pass


_IGNORED = frozenset([*dir(types.ModuleType('empty')), '__builtins__', '__file__', '__cached__', '@py_builtins', '@pytest_ar',
                      *dir(_Empty), *dir(_Empty()), '__firstlineno__', '__static_attributes__'])


def pytest_pyfunc_call(pyfuncitem):
    """Calls a test's function."""
    function = pyfuncitem.obj
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        fail(ASYNC_FAILURE, pytrace=False)
    given = pyfuncitem.funcargs
    result = function(**{name: given[name] for name in pyfuncitem._fixtureinfo.argnames})
    if hasattr(result, '__await__') or hasattr(result, '__aiter__'):
        fail(ASYNC_FAILURE, pytrace=False)
    if result is not None:
        warn_within(PytestReturnNotNoneWarning(
            f'Test functions should return None, but {pyfuncitem.nodeid} returned {type(result)!r}.\n'
            'Did you mean to use `assert` instead of `return`?\n'
            'See https://docs.pytest.org/en/stable/how-to/assert.html#return-not-none for more information.'),
            'python', 191, '    warnings.warn(')
    return True


pytest_pyfunc_call.pytest_impl = {'trylast': True}


class _OfPython:
    """A node that stands for an object of the program's."""
    _takes_marks = True
    instance = None

    def _known(self):
        if getattr(self, '_obj', None) is None:
            self._obj = self._sought()
            if self._takes_marks:
                self._mark_with(get_unpacked_marks(self._obj))
        return self._obj

    def _sought(self):
        """The object, where its parent has it."""
        return getattr(self.parent.obj, self.name)

    def _mark_with(self, marks):
        self.own_markers += marks
        self.keywords.update({mark.name: mark for mark in self.own_markers})

    def _object_of(self, kind):
        node = self.getparent(kind)
        return node and node.obj

    obj = property(_known, lambda self, value: setattr(self, '_obj', value))
    module = property(lambda self: self._object_of(Module))
    cls = property(lambda self: self._object_of(Class))

    def getmodpath(self, stopatmodule=True, includemodule=False):
        above = list(self.iter_parents())
        end = len(above)
        if stopatmodule:
            end = next((at + bool(includemodule) for at, node in enumerate(above) if isinstance(node, Module)), end)
        return '.'.join(os.path.splitext(node.name)[0] if isinstance(node, Module) else node.name for node in reversed(above[:end]))

    def reportinfo(self):
        path, line = place_of(self.obj)
        return path, line, self.getmodpath()


class PyCollector(_OfPython, nodes.Collector):
    def _named(self, option, name):
        return any(name.startswith(each) or any(c in each for c in '*?[') and fnmatch.fnmatch(name, each)
                   for each in self.config.getini(option))

    def istestfunction(self, obj, name):
        if not self._named('python_functions', name) and getattr(obj, '__test__', False) is not True:
            return False
        if isinstance(obj, (staticmethod, classmethod)):
            obj = obj.__func__
        return callable(obj) and not isinstance(obj, FixtureFunctionDefinition)

    def istestclass(self, obj, name):
        return (self._named('python_classes', name) or getattr(obj, '__test__', False) is True) and not inspect.isabstract(obj)

    def collect(self):
        if not getattr(self.obj, '__test__', True):
            return []
        dicts = [self.obj.__dict__]
        if isinstance(self.obj, type):
            dicts = [base.__dict__ for base in self.obj.__mro__]
        seen, by_class = set(), []
        for names in dicts:
            found = []
            for name, obj in list(names.items()):
                if name in _IGNORED or name in seen or name[0] == '@':
                    continue
                seen.add(name)
                made = self.ihook.pytest_pycollect_makeitem(collector=self, name=name, obj=obj)
                if made is not None:
                    found.extend(made if isinstance(made, list) else [made])
            by_class.append(found)
        return [node for found in reversed(by_class) for node in found]

    def functions(self, name, function):
        """The tests that a function makes: one for each set of its parameters."""
        from .metafunc import Metafunc
        definition = FunctionDefinition.from_parent(self, name=name, callobj=function)
        info = definition._fixtureinfo
        metafunc = Metafunc(definition, info, self.config, self.cls, self.module)
        own = []
        for holder in self.module, self.cls() if self.cls is not None and hasattr(self.cls, 'pytest_generate_tests') else None:
            if hasattr(holder, 'pytest_generate_tests'):
                own.append(holder.pytest_generate_tests)
        self.ihook.pytest_generate_tests(metafunc=metafunc)
        for each in own:
            each(metafunc)
        if not metafunc._calls:
            yield Function.from_parent(self, name=name, fixtureinfo=info, originalname=name)
            return
        info.prune()
        for callspec in metafunc._calls:
            shown = f'{name}[{callspec.id}]' if callspec._ids else name
            yield Function.from_parent(self, name=shown, callspec=callspec, fixtureinfo=info, keywords={callspec.id: True},
                                       originalname=name)


def pytest_pycollect_makeitem(collector, name, obj):
    from .unittest import test_case
    case = test_case(collector, name, obj)
    if case is not None:
        return case
    if inspect.isclass(obj):
        return Class.from_parent(collector, name=name, obj=obj) if collector.istestclass(obj, name) else None
    if not collector.istestfunction(obj, name):
        return None
    function = getattr(obj, '__func__', obj)
    if not (inspect.isfunction(function) or inspect.isfunction(real_function(function))):
        file, line = place_of(function)
        warnings.warn_explicit(PytestCollectionWarning(f'cannot collect {name!r} because it is not a function.'), None, str(file), line + 1)
        return None
    if not getattr(function, '__test__', True):
        return None
    if inspect.isgeneratorfunction(function):
        fail(f"'yield' keyword is allowed in fixtures, but not in tests ({name})", pytrace=False)
    return list(collector.functions(name, function))


pytest_pycollect_makeitem.pytest_impl = {'trylast': True}


def own_function(obj, *names):
    """The first of these that there is and that is no fixture."""
    for name in names:
        found = getattr(obj, name, None)
        if found is not None and not isinstance(found, FixtureFunctionDefinition):
            return found
    return None


def call_with(function, argument):
    """With the argument if the function takes one."""
    count = function.__code__.co_argcount - inspect.ismethod(function)
    function(argument) if count else function()


class Module(nodes.File, PyCollector):
    def _sought(self):
        from .imports import import_module_of_tests
        try:
            return import_module_of_tests(self.path, self.config)
        except SyntaxError as e:
            raise self.CollectError(ExceptionInfo.from_current().getrepr(style='short')) from e
        except ImportError as e:
            info = ExceptionInfo.from_current()
            if self.config.option.verbose < 2:
                info.traceback = info.traceback.filter(lambda entry: not is_inner(entry.frame.f_code.co_filename))
            told = str(info.getrepr(style='short')) if info.traceback else info.exconly()
            raise self.CollectError(f"ImportError while importing test module '{self.path}'.\nHint: make sure your test "
                                    f'modules/packages have valid Python names.\nTraceback:\n{told}') from e
        except Skipped as e:
            if e.allow_module_level:
                raise
            raise self.CollectError(
                "Using pytest.skip outside of a test will skip the entire module. If that's your intention, pass "
                '`allow_module_level=True`. If you want to skip a specific test or an entire class, use the @pytest.mark.skip or '
                '@pytest.mark.skipif decorators.') from e

    def collect(self):
        fixtures, module = self.session._fixturemanager, self.obj
        setup, teardown = own_function(module, 'setUpModule', 'setup_module'), own_function(module, 'tearDownModule', 'teardown_module')
        if setup or teardown:
            def xunit_setup_module_fixture(request):
                if setup:
                    call_with(setup, module)
                yield
                if teardown:
                    call_with(teardown, module)
            fixtures.register(f'_xunit_setup_module_fixture_{module.__name__}', xunit_setup_module_fixture, 'module', autouse=True, node=self)
        before, after = own_function(module, 'setup_function'), own_function(module, 'teardown_function')
        if before or after:
            def xunit_setup_function_fixture(request):
                if request.instance is not None:
                    yield
                    return
                if before:
                    call_with(before, request.function)
                yield
                if after:
                    call_with(after, request.function)
            fixtures.register(f'_xunit_setup_function_fixture_{module.__name__}', xunit_setup_function_fixture, 'function', autouse=True, node=self)
        fixtures.parsefactories(self)
        return super().collect()


class Package(nodes.Directory):
    """A folder with an `__init__.py`."""

    def setup(self):
        from .imports import import_module_of_tests
        module = import_module_of_tests(self.path / '__init__.py', self.config)
        setup, teardown = own_function(module, 'setUpModule', 'setup_module'), own_function(module, 'tearDownModule', 'teardown_module')
        if setup:
            call_with(setup, module)
        if teardown:
            self.addfinalizer(lambda: call_with(teardown, module))

    def collect(self):
        from .main import children
        return children(self)


class Class(PyCollector):
    @classmethod
    def from_parent(cls, parent, *, name, obj=None, **given):
        return cls(name=name, parent=parent, **given)

    def newinstance(self):
        return self.obj()

    def collect(self):
        cls = self.obj
        if not getattr(cls, '__test__', True):
            return []
        for name, default in ('__init__', object.__init__), ('__new__', object.__new__):
            if getattr(cls, name) is not default and getattr(cls, name) != default:
                self.warn(PytestCollectionWarning(f'cannot collect test class {cls.__name__!r} because it has a {name} constructor '
                                                  f'(from: {self.parent.nodeid})'))
                return []
        self.register_class_functions()
        self.register_method_functions()
        self.session._fixturemanager.parsefactories(holder=self.newinstance(), node=self)
        return super().collect()

    def register_class_functions(self):
        cls = self.obj
        setup, teardown = own_function(cls, 'setup_class'), own_function(cls, 'teardown_class')
        if not (setup or teardown):
            return

        def xunit_setup_class_fixture(request):
            if setup:
                call_with(getattr(setup, '__func__', setup), cls)
            yield
            if teardown:
                call_with(getattr(teardown, '__func__', teardown), cls)
        self.session._fixturemanager.register(f'_xunit_setup_class_fixture_{cls.__qualname__}', xunit_setup_class_fixture, 'class', autouse=True,
                                              node=self)

    def register_method_functions(self):
        cls = self.obj
        before, after = own_function(cls, 'setup_method'), own_function(cls, 'teardown_method')
        if not (before or after):
            return

        def xunit_setup_method_fixture(request):
            instance, method = request.instance, request.function
            if before:
                call_with(instance.setup_method, method)
            yield
            if after:
                call_with(instance.teardown_method, method)
        self.session._fixturemanager.register(f'_xunit_setup_method_fixture_{cls.__qualname__}', xunit_setup_method_fixture, 'function',
                                              autouse=True, node=self)


class Function(_OfPython, nodes.Item):
    """A test that is a function, with one set of parameters."""
    _takes_marks = False

    def __init__(self, name, parent, config=None, callspec=None, callobj=None, keywords=None, session=None, fixtureinfo=None,
                 originalname=None):
        super().__init__(name, parent, config=config, session=session)
        if callobj is not None:
            self._obj, self._instance = callobj, getattr(callobj, '__self__', None)
        self.originalname = originalname or name
        marks = list(get_unpacked_marks(self.obj))
        if callspec:
            self.callspec = callspec
            marks += callspec.marks
        self._mark_with(marks)
        self.keywords.update({**self.obj.__dict__, **(keywords or {})})
        if fixtureinfo is None:
            fixtureinfo = self.session._fixturemanager.getfixtureinfo(self, self.obj, self.cls)
        self._fixtureinfo, self.fixturenames = fixtureinfo, fixtureinfo.names_closure
        self._initrequest()

    def _initrequest(self):
        self.funcargs = {}
        self._request = TopRequest(self)

    @property
    def function(self):
        return getattr(self.obj, '__func__', self.obj)

    @property
    def instance(self):
        if not hasattr(self, '_instance'):
            self._instance = self.parent.newinstance() if isinstance(self.parent, Class) else None
        return self._instance

    def _sought(self):
        return getattr(self.parent.obj if self.instance is None else self.instance, self.originalname)

    @property
    def _pyfuncitem(self):
        return self

    def runtest(self):
        self.ihook.pytest_pyfunc_call(pyfuncitem=self)

    def setup(self):
        self._request._fillfixtures()

    def _traceback_filter(self, excinfo):
        if self.config.option.fulltrace or not hasattr(self, '_obj'):
            return excinfo.traceback
        path, line = place_of(self.obj)
        whole = excinfo.traceback
        frames = whole.from_first(path=path, firstlineno=line) or whole.from_first(path=path)
        if frames is None:
            frames = whole.filter(lambda entry: not is_inner(entry.frame.f_code.co_filename)) or whole
        frames = frames.filter(excinfo)
        if self.config.option.tbstyle == 'auto' and len(frames) > 2:
            frames = Traceback([frames[0], *(entry.with_repr_style('short') for entry in frames[1:-1]), frames[-1]])
        return frames

    def repr_failure(self, excinfo):
        style = self.config.option.tbstyle
        return self._repr_failure_py(excinfo, 'long' if style == 'auto' else style)


class FunctionDefinition(Function):
    """A function before it is known which tests it makes."""

    def runtest(self):
        raise RuntimeError('function definitions are not supposed to be run as tests')

    setup = runtest
