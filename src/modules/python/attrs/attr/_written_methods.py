"""The methods that are written for a class with fields."""
from attr import _config
from attr._fields import NOTHING, Converter, Factory, told
from attr.exceptions import FrozenInstanceError

__name__ = 'attr._make'  # where what is here is said to be

_set = object.__setattr__
_HASH = '_attrs_cached_hash'
_OF_EXCEPTIONS = '__cause__', '__context__', '__traceback__', '__suppress_context__', '__notes__'


def _frozen_setattrs(self, name, value):
    """Refuses what would change an object."""
    if not (isinstance(self, BaseException) and name in _OF_EXCEPTIONS):
        raise FrozenInstanceError
    BaseException.__setattr__(self, name, value)


def _frozen_delattrs(self, name):
    """Refuses what would take something away from an object."""
    if not (isinstance(self, BaseException) and name == '__notes__'):
        raise FrozenInstanceError
    BaseException.__delattr__(self, name)


class _Init:
    """The text of `__init__`, and the names that it uses."""

    def __init__(self, name, plan):
        self.plan, self.positional, self.keyword, self.body, self.checks = plan, [], [], [], []
        self.names = {'_fields': {field.name: field for field in plan.fields}, '_set': _set, 'NOTHING': NOTHING, '_config': _config}
        self.annotations = {'return': None}
        for field in plan.fields:
            if field.init or field.default is not NOTHING:
                self._add(field)
        self.text = self._written(name)

    def _add(self, field):
        plan, name, given = self.plan, field.name, field.alias
        made = isinstance(field.default, Factory)
        default = f"_fields['{name}'].default"
        if made:
            self.names[f'_make_{name}'] = field.default.factory
            default = f'_make_{name}({"self" if field.default.takes_self else ""})'
        if field.init:
            bare = field.default is NOTHING
            parameter = given if bare else f'{given}={"NOTHING" if made else default}'
            (self.keyword if field.kw_only else self.positional).append((given, parameter))
        if field.init and made:
            self.body += [f'if {given} is NOTHING:', f'    {given} = {default}']
        value = self._converted(field, given if field.init else default)
        hooked = field.on_setattr is not None or plan.hooked
        self.body.append(f"_set(self, '{name}', {value})" if hooked or plan.frozen else f'self.{name} = {value}')
        if field.validator:
            self.names |= {f'_check_{name}': field.validator, f'_field_{name}': field}
            self.checks.append(f'    _check_{name}(self, _field_{name}, self.{name})')

    def _converted(self, field, value):
        converter = field.converter
        if converter is None:
            if field.init and field.type is not None:
                self.annotations[field.alias] = field.type
            return value
        self.names[f'_convert_{field.name}'] = converter
        function = converter.converter if isinstance(converter, Converter) else converter
        first = _first_annotation(function)
        if field.init and first is not None:
            self.annotations[field.alias] = first
        more = f", self, _fields['{field.name}']" if isinstance(converter, Converter) else ''
        return f'_convert_{field.name}({value}{more})'

    def _written(self, name):
        plan, lines = self.plan, []
        if plan.pre_init:
            given = [one for one, _ in self.positional] + [f'{one}={one}' for one, _ in self.keyword]
            lines.append(f'self.__attrs_pre_init__({", ".join(given) if plan.pre_init_takes else ""})')
        lines += self.body
        if self.checks:
            lines += ['if _config._run_validators is True:'] + self.checks
        if plan.post_init:
            lines.append('self.__attrs_post_init__()')
        if plan.cache_hash:
            lines.append(f"_set(self, '{_HASH}', None)")
        if plan.is_exception:
            given = ', '.join(f'self.{field.name}' for field in plan.fields if field.init)
            lines.append(f'BaseException.__init__(self, {given})')
        parameters = ['self'] + [one for _, one in self.positional] + ['*'] * bool(self.keyword) + [one for _, one in self.keyword]
        return '\n    '.join([f'def {name}({", ".join(parameters)}):', *(lines or ['pass'])]) + '\n'


def _first_annotation(function):
    """The annotation of the first parameter that a converter takes."""
    import inspect
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (ValueError, TypeError):
        return None
    found = parameters[0].annotation if parameters else inspect.Parameter.empty
    return None if found is inspect.Parameter.empty else found


def _eq_text(fields, names):
    parts = []
    for field in fields:
        if field.eq:
            one, other = f'self.{field.name}', f'other.{field.name}'
            if field.eq_key:
                names[f'_key_{field.name}'] = field.eq_key
                one, other = f'_key_{field.name}({one})', f'_key_{field.name}({other})'
            parts.append(f'{one} == {other}')
    return ('def __eq__(self, other):\n    if other.__class__ is not self.__class__:\n        return NotImplemented\n'
            f'    return {" and ".join(parts) or "True"}\n')


def _hash_text(cls, fields, names, cached):
    parts = [str(hash(f'<attrs generated hash {cls.__module__}.{cls.__qualname__}>'))]
    for field in fields:
        if field.hash is True or field.hash is None and field.eq is True:
            value = f'self.{field.name}'
            if field.eq_key:
                names[f'_key_{field.name}'] = field.eq_key
                value = f'_key_{field.name}({value})'
            parts.append(value)
    value = f'hash(({", ".join(parts)},))'
    if not cached:
        return f'def __hash__(self):\n    return {value}\n'
    return (f"def __hash__(self):\n    if self.{_HASH} is None:\n        _set(self, '{_HASH}', {value})\n"
            f'    return self.{_HASH}\n')


def _repr_of(fields, namespace):
    parts = []
    for field in fields:
        if field.repr is not False:
            def value(one, name=field.name, always=field.init):
                return getattr(one, name) if always else getattr(one, name, NOTHING)
            parts.append((field.name, value, repr if field.repr is True else field.repr))

    def __repr__(self):
        name = self.__class__.__qualname__.rsplit('>.', 1)[-1] if namespace is None else f'{namespace}.{self.__class__.__name__}'
        return told(self, name, parts)
    return __repr__


def _order_of(fields):
    fields = [field for field in fields if field.order]

    def key(one):
        return tuple([field.order_key(getattr(one, field.name)) if field.order_key else getattr(one, field.name)
                      for field in fields])

    def __lt__(self, other):
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented
    return {'__lt__': __lt__, '__le__': __le__, '__gt__': __gt__, '__ge__': __ge__}


def __ne__(self, other):
    result = self.__eq__(other)
    return NotImplemented if result is NotImplemented else not result


def _states_of(names, cached):
    def __getstate__(self):
        return {name: getattr(self, name) for name in names}

    def __setstate__(self, state):
        if isinstance(state, tuple):
            state = dict(zip(names, state))
        for name in names:
            if name in state:
                _set(self, name, state[name])
        if cached:
            _set(self, _HASH, None)
    return __getstate__, __setstate__
