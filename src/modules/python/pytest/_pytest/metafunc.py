"""Which tests a function makes, by the parameters of its marks and fixtures."""
import enum
import itertools
import re
import warnings
from collections import Counter
from collections.abc import Collection

from .fixtures import SCOPES, DirectParam, scope_from_user
from .mark import HIDDEN_PARAM, NOTSET, Mark, names_of_parametrize, normalize_mark_list, parameter_sets
from .nodes import Collector
from .outcomes import fail
from .saferepr import saferepr
from .sources import warn_within
from .warning_types import PytestRemovedIn10Warning

_CONTROLS = {n: f'\\x{n:02x}' for n in (*range(32), 127)} | {9: '\\t', 10: '\\n', 13: '\\r'}
_LONG = 100


class CallSpec:
    """A set of parameters for one test."""

    def __init__(self, params=(), indices=(), scopes=(), ids=(), marks=()):
        self.params, self.indices, self._arg2scope = dict(params), dict(indices), dict(scopes)
        self._ids, self.marks = list(ids), list(marks)

    id = property(lambda self: '-'.join(self._ids))

    def with_set(self, names, values, id, marks, scope, index, nodeid):
        made = CallSpec(self.params, self.indices, self._arg2scope, self._ids, self.marks)
        for name, value in zip(names, values):
            if name in made.params:
                raise Collector.CollectError(f'{nodeid}: duplicate parametrization of {name!r}')
            made.params[name], made.indices[name], made._arg2scope[name] = value, index, scope
        if id is not HIDDEN_PARAM:
            made._ids.append(id)
        made.marks.extend(normalize_mark_list(marks))
        return made


def _warn_of_iterator(nodeid, argvalues, mark):
    warning = PytestRemovedIn10Warning(
        f'Passing a non-Collection iterable to parametrize is deprecated.\nTest: {nodeid}, argvalues type: {type(argvalues).__name__}\n'
        'Please convert to a list or tuple.\n'
        'See https://docs.pytest.org/en/stable/deprecations.html#parametrize-iterators')
    if mark is None:
        warnings.warn(warning, stacklevel=1)
    else:
        warn_within(warning, 'python', 144, '    metafunc.parametrize(*marker.args, **marker.kwargs, _param_mark=marker)')


class Metafunc:
    def __init__(self, definition, info, config, cls=None, module=None):
        self.definition, self.config, self.module, self.cls = definition, config, module, cls
        self.function, self.fixturenames = definition.obj, info.names_closure
        self._arg2fixturedefs, self._calls = info.name2fixturedefs, []

    def parametrize(self, argnames, argvalues, *, indirect=False, ids=None, scope=None, _param_mark=None):
        nodeid = self.definition.nodeid
        if not isinstance(argvalues, Collection):
            _warn_of_iterator(nodeid, argvalues, _param_mark)
        names, sets = parameter_sets(argnames, argvalues, self.function, self.config, nodeid)
        if 'request' in names:
            fail(f"{nodeid}: 'request' is a reserved name and cannot be used in @pytest.mark.parametrize", pytrace=False)
        if scope is not None:
            scope = scope_from_user(scope, f'parametrize() call in {self.function.__name__}')
        else:
            scope = self._scope_of(names, indirect)
        self._check_names(names, indirect)
        ids_from = _param_mark and _param_mark._param_ids_from
        if ids_from and ids_from._param_ids_generated is not None:
            ids = ids_from._param_ids_generated
        ids = Ids(names, sets, ids, self.config, nodeid).made()
        if ids_from:
            ids_from._param_ids_generated = ids
        for name in names:
            if not _is_indirect(name, indirect):
                self._arg2fixturedefs[name] = [self._direct(name, scope)]
        self._calls = [call.with_set(names, each.values, id, each.marks, scope, index, nodeid)
                       for call in self._calls or [CallSpec()] for index, (id, each) in enumerate(zip(ids, sets))]

    def _direct(self, name, scope):
        """Of a wider scope than a function's there is one for all the tests of the scope."""
        from .requests import scope_node
        if scope == 'function':
            return DirectParam(self.config, name, scope)
        node = scope_node(self.definition.parent, scope)
        known = node.stash.setdefault('direct parameters', {})
        if name not in known:
            known[name] = DirectParam(self.config, name, scope)
        return known[name]

    def _scope_of(self, names, indirect):
        all_fixtures = len(indirect) == len(names) if not isinstance(indirect, bool) else indirect
        if not all_fixtures:
            return 'function'
        scopes = [SCOPES.index(self._arg2fixturedefs[name][-1].scope) for name in names if name in self._arg2fixturedefs]
        return SCOPES[min(scopes, default=0)]

    def _check_names(self, names, indirect):
        import inspect
        nodeid = self.definition.nodeid
        if not isinstance(indirect, bool):
            if not isinstance(indirect, (list, tuple)):
                fail(f'In {nodeid}: expected Sequence or boolean for indirect, got {type(indirect).__name__}', pytrace=False)
            for name in indirect:
                if name not in names:
                    fail(f"In {nodeid}: indirect fixture '{name}' doesn't exist", pytrace=False)
        for name in names:
            if name in self.fixturenames:
                continue
            parameter = inspect.signature(self.function).parameters.get(name)
            if parameter is not None and parameter.default is not inspect.Parameter.empty:
                fail(f"In {nodeid}: function already takes an argument '{name}' with a default value", pytrace=False)
            kind = 'fixture' if _is_indirect(name, indirect) else 'argument'
            fail(f"In {nodeid}: function uses no {kind} '{name}'", pytrace=False)


def _is_indirect(name, indirect):
    return indirect if isinstance(indirect, bool) else name in indirect


class Ids:
    """What sets of parameters are called in the names of tests."""

    def __init__(self, names, sets, ids, config, nodeid):
        self.names, self.sets, self.config, self.nodeid = names, sets, config, nodeid
        self.function = ids if callable(ids) else None
        self.given = None
        if ids is not None and self.function is None:
            try:
                count = len(ids)
            except TypeError:
                count = len(sets)
            if count not in (0, len(sets)):
                fail(f'In {nodeid}: {len(sets)} parameter sets specified, with different number of ids: {count}', pytrace=False)
            self.given = list(itertools.islice(ids, count))

    def made(self):
        ids = [self._of_set(index, each) for index, each in enumerate(self.sets)]
        counts, suffixes = Counter(ids), {}
        if len(counts) == len(ids):
            return ids
        for index, id in enumerate(ids):
            if counts[id] < 2:
                continue
            if id is HIDDEN_PARAM:
                fail(f'In {self.nodeid}: multiple instances of HIDDEN_PARAM cannot be used in the same parametrize call, because the '
                     'tests names need to be unique.')
            number, link = suffixes.get(id, 0), '_' if id and id[-1].isdigit() else ''
            while f'{id}{link}{number}' in ids:
                number += 1
            ids[index] = f'{id}{link}{number}'
            suffixes[id] = number + 1
        return ids

    def _of_set(self, index, each):
        if each.id is not None:
            return each.id if each.id is HIDDEN_PARAM else self._text(each.id)
        if self.given and index < len(self.given) and self.given[index] is not None:
            given = self.given[index]
            if given is HIDDEN_PARAM:
                return given
            id = self._of_value(given)
            if id is None:
                fail(f'In {self.nodeid}: ids contains unsupported value {saferepr(given)} (type: {type(given)!r}) at index {index}. '
                     'Supported types are: str, bytes, int, float, complex, bool, enum, regex or anything with a __name__.', pytrace=False)
            return id
        return '-'.join(self._of(value, name, index) for name, value in zip(self.names, each.values))

    def _of(self, value, name, index):
        id = None
        if self.function is not None:
            try:
                id = self.function(value)
            except Exception as e:
                raise ValueError(f"{self.nodeid}: error raised while trying to determine id of parameter '{name}' at position "
                                 f'{index}') from e
            if id is not None:
                id = self._of_value(id)
        if id is None:
            id = self.config.hook.pytest_make_parametrize_id(config=self.config, val=value, argname=name)
        if id is None and not (isinstance(value, (str, bytes)) and len(value) > _LONG):
            id = self._of_value(value)
        return f'{name}{index}' if id is None else id

    def _text(self, value):
        if isinstance(value, bytes):
            return value.decode('ascii', 'backslashreplace').translate(_CONTROLS)
        return value.encode('unicode_escape').decode('ascii').translate(_CONTROLS)

    def _of_value(self, value):
        if isinstance(value, (str, bytes)):
            return self._text(value)
        if value is None or isinstance(value, (float, int, complex)):
            return str(value)
        if isinstance(value, re.Pattern):
            return self._text(value.pattern)
        if value is NOTSET:
            return None
        if isinstance(value, enum.Enum):
            return str(value)
        name = getattr(value, '__name__', None)
        return name if isinstance(name, str) else None


def pytest_generate_tests(metafunc):
    """By the parameters of fixtures, then by marks."""
    marks = list(metafunc.definition.iter_markers('parametrize'))
    marked = {name for mark in marks for name in names_of_parametrize(mark.args[0] if mark.args else mark.kwargs['argnames'])[0]}
    for name in metafunc.fixturenames:
        if name in marked:
            continue
        for definition in reversed(metafunc._arg2fixturedefs.get(name, ())):
            if definition.params is not None:
                metafunc.parametrize(name, definition.params, indirect=True, scope=definition.scope, ids=definition.ids)
                break
            if name not in definition.argnames:
                break
    for mark in marks:
        metafunc.parametrize(*mark.args, **mark.kwargs, _param_mark=mark)


def reordered(items):
    """Tests that share a parameter of a wide scope come one after the other."""
    keys = {scope: {} for scope in SCOPES[1:]}
    by_key = {scope: {} for scope in SCOPES[1:]}
    for scope in SCOPES[1:]:
        for item in items:
            own = dict.fromkeys(_keys(item, scope))
            if own:
                keys[scope][item] = own
                for key in own:
                    by_key[scope].setdefault(key, {})[item] = None
    if not any(keys.values()):
        return list(items)
    return list(_reordered(dict.fromkeys(items), keys, by_key, 'session'))


def _keys(item, scope):
    callspec = getattr(item, 'callspec', None)
    if callspec is None:
        return
    path = {'session': None, 'package': item.path.parent}.get(scope, item.path)
    for name, value in callspec.params.items():
        if callspec._arg2scope[name] == scope:
            try:
                hash(value)
                key = 'value', type(value), value
            except TypeError:
                key = 'index', callspec.indices[name]
            yield name, key, path, item.cls if scope == 'class' else None


def _reordered(items, keys, by_key, scope):
    if scope == 'function' or len(items) < 3:
        return items
    narrower, left, done, ignored = SCOPES[SCOPES.index(scope) - 1], list(items), {}, set()
    while left:
        plain, shared = {}, None
        while left:
            item = left.pop(0)
            if item in done or item in plain:
                continue
            own = [key for key in keys[scope].get(item, ()) if key not in ignored]
            if not own:
                plain[item] = None
                continue
            shared = own[-1]
            together = [each for each in by_key[scope][shared] if each in items]
            left[:0] = together
            for each in reversed(together):
                for other in SCOPES[1:]:
                    for key in keys[other].get(each, ()):
                        same = by_key[other][key]
                        by_key[other][key] = {each: None, **{k: None for k in same if k is not each}}
            break
        if plain:
            done.update(_reordered(plain, keys, by_key, narrower))
        if shared is not None:
            ignored.add(shared)
    return done
