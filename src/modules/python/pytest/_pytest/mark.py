"""Marks of tests, and sets of parameters."""
import collections.abc
import warnings
from types import FunctionType

from .outcomes import fail
from .warning_types import PytestUnknownMarkWarning


class _Hidden:
    def __repr__(self):
        return 'HIDDEN_PARAM'


class _NotSet:
    def __repr__(self):
        return '<NotSetType.token: 0>'


HIDDEN_PARAM, NOTSET = _Hidden(), _NotSet()


class Mark:
    _param_ids_generated = None

    def __init__(self, name, args, kwargs, param_ids_from=None):
        self.name, self.args, self.kwargs, self._param_ids_from = name, args, kwargs, param_ids_from

    def __repr__(self):
        return f'Mark(name={self.name!r}, args={self.args!r}, kwargs={self.kwargs!r})'

    def __eq__(self, other):
        return type(other) is Mark and (self.name, self.args, self.kwargs) == (other.name, other.args, other.kwargs)

    __hash__ = object.__hash__

    def _has_ids(self):
        return 'ids' in self.kwargs

    def combined_with(self, other):
        ids_from = None
        if self.name == 'parametrize':
            ids_from = other if other._has_ids() else self if self._has_ids() else None
        return Mark(self.name, self.args + other.args, {**self.kwargs, **other.kwargs}, ids_from)


class MarkDecorator:
    """Puts a mark on a test."""

    def __init__(self, mark):
        self.mark = mark

    name = property(lambda self: self.mark.name)
    args = property(lambda self: self.mark.args)
    kwargs = property(lambda self: self.mark.kwargs)

    def __repr__(self):
        return f'MarkDecorator(mark={self.mark!r})'

    def __eq__(self, other):
        return type(other) is MarkDecorator and self.mark == other.mark

    __hash__ = None

    def with_args(self, *args, **kwargs):
        return MarkDecorator(self.mark.combined_with(Mark(self.name, args, kwargs)))

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs:
            marked = args[0].__func__ if isinstance(args[0], (staticmethod, classmethod)) else args[0]
            if isinstance(marked, type) or callable(marked) and getattr(marked, '__name__', '<lambda>') != '<lambda>':
                store_mark(marked, self.mark)
                return args[0]
        return self.with_args(*args, **kwargs)


def store_mark(obj, mark):
    from .fixtures import FixtureFunctionDefinition
    if isinstance(obj, FixtureFunctionDefinition):
        fail('Marks cannot be applied to fixtures.\n'
             'See docs: https://docs.pytest.org/en/stable/deprecations.html#applying-a-mark-to-a-fixture-function')
    obj.pytestmark = [*get_unpacked_marks(obj, consider_mro=False), mark]


def _listed(marks):
    return marks if isinstance(marks, list) else [marks]


def get_unpacked_marks(obj, *, consider_mro=True):
    """The marks that stand at an object; of a class, at its bases as well."""
    if isinstance(obj, type):
        classes = reversed(obj.__mro__) if consider_mro else [obj]
        found = [mark for each in classes for mark in _listed(each.__dict__.get('pytestmark', []))]
    else:
        found = _listed(getattr(obj, 'pytestmark', []))
    return list(normalize_mark_list(found))


def normalize_mark_list(marks):
    for mark in marks:
        plain = getattr(mark, 'mark', mark)
        if not isinstance(plain, Mark):
            raise TypeError(f'got {plain!r} instead of Mark')
        yield plain


class MarkGenerator:
    """`pytest.mark`."""
    __module__ = '_pytest.mark.structures'
    _config = None

    def __getattr__(self, name):
        if name[0] == '_':
            raise AttributeError('Marker name must NOT start with underscore')
        if self._config is not None and name not in self._config.known_marks():
            if name in ('parameterize', 'parametrise', 'parameterise'):
                __tracebackhide__ = True
                fail(f"Unknown '{name}' mark, did you mean 'parametrize'?")
            if self._config.strict('strict_markers'):
                fail(f'{name!r} not found in `markers` configuration option', pytrace=False)
            warnings.warn(f'Unknown pytest.mark.{name} - is this a typo?  You can register custom marks to avoid this '
                          'warning - for details, see https://docs.pytest.org/en/stable/how-to/mark.html',
                          PytestUnknownMarkWarning)
        return MarkDecorator(Mark(name, (), {}))


MARK_GEN = mark = MarkGenerator()


class ParameterSet(collections.namedtuple('ParameterSet', 'values marks id')):
    __module__ = 'pytest'
    __slots__ = ()


def param(*values, marks=(), id=None):
    marks = (marks,) if isinstance(marks, MarkDecorator) else marks
    if any(each.name == 'usefixtures' for each in marks):
        raise ValueError('pytest.param cannot add pytest.mark.usefixtures; see '
                         'https://docs.pytest.org/en/stable/reference/reference.html#pytest-param')
    if id is not None and not isinstance(id, str) and id is not HIDDEN_PARAM:
        raise TypeError(f'Expected id to be a string or a `pytest.HIDDEN_PARAM` sentinel, got {type(id)}: {id!r}')
    return ParameterSet(values, marks, id)


def names_of_parametrize(argnames):
    """The names, and whether each value stands for one of them alone."""
    if not isinstance(argnames, str):
        return argnames, False
    alone = not argnames.rstrip().endswith(',')
    names = [name.strip() for name in argnames.split(',') if name.strip()]
    return names, len(names) == 1 and alone


def parameter_sets(argnames, argvalues, function, config, nodeid):
    names, alone = names_of_parametrize(argnames)
    sets = []
    for value in argvalues:
        sets.append(value if isinstance(value, ParameterSet) else ParameterSet((value,), [], None) if alone
                    else ParameterSet(value, [], None))
    for each in sets:
        try:
            count = len(each.values)
        except TypeError:
            fail(f'{nodeid}: in "parametrize" expected a sequence of values, for a single value use a one-element tuple like '
                 f"('value',), got {type(each.values).__name__}:\n  {each.values}", pytrace=False)
        if count != len(names):
            fail(f'{nodeid}: in "parametrize" the number of names ({len(names)}):\n  {names}\n'
                 f'must be equal to the number of values ({count}):\n  {each.values}', pytrace=False)
    if not sets:
        reason = f'got empty parameter set for ({", ".join(names)})'
        wanted = config.getini('empty_parameter_set_mark')
        mark = Mark('xfail', (), {'reason': reason, 'run': False}) if wanted == 'xfail' else Mark('skip', (), {'reason': reason})
        sets.append(ParameterSet((NOTSET,) * len(names), [mark], 'NOTSET'))
    return names, sets


class NodeKeywords(collections.abc.MutableMapping):
    """Names that a test answers to: its own, and its parents'."""

    def __init__(self, node):
        self.node, self.parent, self._own = node, node.parent, {node.name: True}

    def __getitem__(self, key):
        if key in self._own or self.parent is None:
            return self._own[key]
        return self.parent.keywords[key]

    def __setitem__(self, key, value):
        self._own[key] = value

    def __delitem__(self, key):
        raise ValueError('cannot delete key in keywords dict')

    def __contains__(self, key):
        return key in self._own or self.parent is not None and key in self.parent.keywords

    def __iter__(self):
        yield from self._own
        if self.parent is not None:
            yield from (key for key in self.parent.keywords if key not in self._own)

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return f'<NodeKeywords for node {self.node}>'
