"""The fixture `request`: who asks for what, and in which scope."""
import inspect
import os

from .fixtures import SCOPES, _RequestDef, location, wider
from .mark import NOTSET
from .outcomes import fail
from .traceback_text import TerminalRepr


class FixtureRequest:
    """What a fixture or a test may ask of its run."""
    _asker = None

    def __init__(self, item, fixturename, definitions, active):
        self._pyfuncitem, self.fixturename, self._arg2fixturedefs, self._fixture_defs = item, fixturename, definitions, active

    scope = property(lambda self: self._scope)
    config = property(lambda self: self._pyfuncitem.config)
    session = property(lambda self: self._pyfuncitem.session)
    keywords = property(lambda self: self.node.keywords)
    _fixturemanager = property(lambda self: self._pyfuncitem.session._fixturemanager)

    @property
    def fixturenames(self):
        names = self._pyfuncitem.fixturenames
        return [*names, *(name for name in self._fixture_defs if name not in names)]

    def _of_item(self, name):
        return getattr(self._pyfuncitem, name, None)

    def _within(self, what, *scopes):
        if self.scope not in scopes:
            raise AttributeError(f'{what} not available in {self.scope}-scoped context')

    @property
    def function(self):
        self._within('function', 'function')
        return self._pyfuncitem.obj

    @property
    def cls(self):
        self._within('cls', 'class', 'function')
        return self._of_item('cls')

    @property
    def instance(self):
        return None if self.scope != 'function' else self._of_item('instance')

    @property
    def module(self):
        self._within('module', 'function', 'class', 'module')
        return self._of_item('module')

    @property
    def path(self):
        self._within('path', 'function', 'class', 'module', 'package')
        return self._pyfuncitem.path

    def applymarker(self, marker):
        self.node.add_marker(marker)

    def raiseerror(self, msg):
        raise FixtureLookupError(None, self, msg)

    def getfixturevalue(self, argname):
        definition = self._get_active_fixturedef(argname)
        assert definition.cached_result is not None, (
            f'The fixture value for "{argname}" is not available.  This can happen when the fixture has already been torn down.')
        return definition.cached_result[0]

    def _chain(self):
        """This request of a fixture and those that it is made for, without the test's own."""
        return [] if self._asker is None else [self, *self._asker._chain()]

    def _get_active_fixturedef(self, argname):
        if argname == 'request':
            return _RequestDef(self)
        definition = self._fixture_defs.get(argname)
        if definition is not None:
            self._check_scope(definition)
            return definition
        definitions = self._arg2fixturedefs.get(argname)
        if definitions is None:
            definitions = self._fixturemanager.getfixturedefs(argname, self._pyfuncitem)
        depth = 1 + sum(each.fixturename == argname for each in self._chain())
        if not definitions or depth > len(definitions):
            raise FixtureLookupError(argname, self)
        definition = definitions[-depth]
        callspec = getattr(self._pyfuncitem, 'callspec', None)
        if callspec is not None and argname in callspec.params:
            param, index, scope = callspec.params[argname], callspec.indices[argname], callspec._arg2scope[argname]
        else:
            param, index, scope = NOTSET, 0, definition.scope
            if definition.params is not None:
                self._lacks_parameter(definition)
        self._check_scope(definition)
        definition.execute(SubRequest(self, scope, param, index, definition))
        self._fixture_defs[argname] = definition
        return definition

    def _lacks_parameter(self, definition):
        item = self._pyfuncitem
        if getattr(item, 'nofuncargs', False):
            fail(f'{item.name} does not support fixtures, maybe unittest.TestCase subclass?\nNode id: {item.nodeid}\n'
                 f'Function type: {type(item).__name__}', pytrace=False)
        frame = inspect.currentframe()
        while frame is not None and '/_pytest/' in frame.f_code.co_filename:
            frame = frame.f_back
        from .sources import relative
        root = str(item.config.rootpath)
        place = f'{relative(os.path.abspath(frame.f_code.co_filename), root)}:{frame.f_lineno}' if frame is not None else ''
        fail(f"The requested fixture has no parameter defined for test:\n    {item.nodeid}\n\nRequested fixture "
             f"'{definition.argname}' defined in:\n{location(definition.func, root)}\n\nRequested here:\n{place}", pytrace=False)

    def _get_fixturestack(self):
        return [each._fixturedef for each in self._chain()][::-1]


class TopRequest(FixtureRequest):
    """The request of a test's own."""
    _scope = 'function'

    def __init__(self, item):
        super().__init__(item, None, item._fixtureinfo.name2fixturedefs, {})

    node = property(lambda self: self._pyfuncitem)

    def __repr__(self):
        return f'<FixtureRequest for {self.node!r}>'

    def _check_scope(self, definition):
        pass

    def addfinalizer(self, finalizer):
        self.node.addfinalizer(finalizer)

    def _fillfixtures(self):
        item = self._pyfuncitem
        for name in item.fixturenames:
            if name not in item.funcargs:
                item.funcargs[name] = self.getfixturevalue(name)


def scope_node(item, scope, definition=None):
    """The node that a scope is that of, for an item."""
    from .nodes import Directory
    from .python import Class, Module, Package
    if scope == 'session':
        return item.session
    if scope == 'package':
        node = definition.node if definition is not None else None
        if isinstance(node, Package):
            return node
        return item.getparent(Package) or item.session
    if scope == 'module':
        return item.getparent(Module)
    if scope == 'class':
        return item.getparent(Class) or item
    return item


class SubRequest(FixtureRequest):
    """The request of a fixture that a test needs."""

    def __init__(self, request, scope, param, index, definition):
        super().__init__(request._pyfuncitem, definition.argname, request._arg2fixturedefs, request._fixture_defs)
        self._asker, self._fixturedef, self._scope, self.param_index = request, definition, scope, index
        if param is not NOTSET:
            self.param = param
        self.node = scope_node(self._pyfuncitem, scope, definition)

    def __repr__(self):
        return f'<SubRequest {self.fixturename!r} for {self._pyfuncitem!r}>'

    def _check_scope(self, definition):
        if wider(self._scope, definition.scope):
            stack = '\n'.join(map(self._line_of, self._get_fixturestack()))
            fail(f'ScopeMismatch: You tried to access the {definition.scope} scoped fixture {definition.argname} with a {self._scope} '
                 f'scoped request object. Requesting fixture stack:\n{stack}\nRequested fixture:\n{self._line_of(definition)}',
                 pytrace=False)

    def _line_of(self, definition):
        function = definition.func
        return f'{location(function, str(self.session.path))}:  def {function.__name__}{inspect.signature(function)}'

    def addfinalizer(self, finalizer):
        self._fixturedef.addfinalizer(finalizer)


class FixtureLookupError(LookupError):
    """There is no fixture of the name."""

    def __init__(self, argname, request, msg=None):
        self.argname, self.request, self.msg = argname, request, msg
        self.fixturestack = request._get_fixturestack()

    def formatrepr(self):
        from .sources import place_of, real_function
        lines, functions = [], [self.request._pyfuncitem.obj, *(each.func for each in self.fixturestack)]
        if self.msg is not None and len(functions) > 1:
            functions.pop()
        for function in functions:
            file, line = place_of(function)
            try:
                source = inspect.getsourcelines(real_function(function))[0]
            except (OSError, IndexError, TypeError):
                lines.append(f'file {file}, line {line + 1}: source code not available')
                continue
            lines.append(f'file {file}, line {line + 1}')
            for each in source:
                lines.append('  ' + each.rstrip())
                if each.lstrip().startswith('def'):
                    break
        told = self.msg
        if told is None:
            seen = self.request._fixturemanager.names_seen_by(self.request._pyfuncitem.parent)
            told = (f" recursive dependency involving fixture '{self.argname}' detected" if self.argname in seen
                    else f"fixture '{self.argname}' not found")
            told += f'\n available fixtures: {", ".join(sorted(seen))}\n use \'pytest --fixtures [testpath]\' for help on them.'
        return _LookupText(file, line, lines, told)


class _LookupText(TerminalRepr):
    def __init__(self, file, line, lines, told):
        self.file, self.line, self.lines, self.told = file, line, lines, told

    def toterminal(self, tw):
        for line in self.lines:
            tw.line(line.rstrip())
        for number, line in enumerate(self.told.split('\n')):
            tw.line(f'{">" if number else "E"}       {line.strip()}')
        tw.line()
        tw.line(f'{self.file}:{self.line + 1}')
