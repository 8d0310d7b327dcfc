"""Fields: what is told of one in a class, and what the class then knows of it."""
import copy
import enum
import types
from threading import local

from attr.exceptions import DefaultAlreadySetError, FrozenInstanceError

_set = object.__setattr__
_NO_METADATA = types.MappingProxyType({})
_shown = local()


class _Nothing(enum.Enum):
    """Stands for a value that is not given."""
    NOTHING = enum.auto()

    def __repr__(self):
        return 'NOTHING'

    def __bool__(self):
        return False


NOTHING = _Nothing.NOTHING


def told(instance, name, parts):
    """A repr of fields; `...` where it is within itself."""
    seen = getattr(_shown, 'ids', None)
    if seen is None:
        seen = _shown.ids = set()
    if id(instance) in seen:
        return '...'
    seen.add(id(instance))
    try:
        return f'{name}({", ".join([f"{field}={show(value(instance))}" for field, value, show in parts])})'
    finally:
        seen.discard(id(instance))


class _Record:
    """Something that is equal to another whose `_compared` are equal, and tells `_told`."""
    __slots__ = ()

    def __repr__(self):
        return told(self, type(self).__name__, [(name, lambda one, name=name: getattr(one, name), repr) for name in self._told])

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._compared)

    def __hash__(self):
        return hash((type(self).__name__, *[getattr(self, name) for name in self._hashed]))


class Factory(_Record):
    """Makes a default anew for each object."""
    __slots__ = 'factory', 'takes_self'
    _told = _compared = _hashed = __slots__

    def __init__(self, factory, takes_self=False):
        self.factory, self.takes_self = factory, takes_self


class Converter(_Record):
    """Makes another value of one; may be handed the object and the field."""
    __slots__ = 'converter', 'takes_self', 'takes_field'
    _told = _compared = _hashed = __slots__

    def __init__(self, converter, *, takes_self=False, takes_field=False):
        self.converter, self.takes_self, self.takes_field = converter, takes_self, takes_field

    def __call__(self, value, instance, field):
        given = [instance] * self.takes_self + [field] * self.takes_field
        return self.converter(value, *given)


def keyed(cmp, eq, order, default_eq=True):
    """Whether a field is compared and ordered, each with what makes a key of its value."""
    if cmp is not None and (eq is not None or order is not None):
        raise ValueError("Don't mix `cmp` with `eq' and `order`.")

    def split(given):
        return (True, given) if callable(given) else (given, None)

    eq = cmp if cmp is not None else eq
    order = cmp if cmp is not None else order
    eq, eq_key = (default_eq, None) if eq is None else split(eq)
    order, order_key = (eq, eq_key) if order is None else split(order)
    if eq is False and order is True:
        raise ValueError('`order` can only be True if `eq` is True too.')
    return eq, eq_key, order, order_key


class Attribute(_Record):
    """What a class knows of a field."""
    __slots__ = ('name', 'default', 'validator', 'repr', 'eq', 'eq_key', 'order', 'order_key', 'hash', 'init', 'metadata', 'type',
                 'converter', 'kw_only', 'inherited', 'on_setattr', 'alias', 'alias_is_default')
    _told = __slots__[:-1]
    _compared = tuple(name for name in __slots__ if name != 'inherited')
    _hashed = tuple(name for name in _compared if name != 'metadata')

    def __init__(self, name, default, validator, repr, cmp, hash, init, inherited, metadata=None, type=None, converter=None,
                 kw_only=False, eq=None, eq_key=None, order=None, order_key=None, on_setattr=None, alias=None,
                 alias_is_default=None):
        eq, eq_key, order, order_key = keyed(cmp, eq_key or eq, order_key or order)
        self._fill({
            'name': name, 'default': default, 'validator': validator, 'repr': repr, 'eq': eq, 'eq_key': eq_key, 'order': order,
            'order_key': order_key, 'hash': hash, 'init': init, 'metadata': metadata, 'type': type, 'converter': converter,
            'kw_only': kw_only, 'inherited': inherited, 'on_setattr': on_setattr, 'alias': alias,
            'alias_is_default': alias is None if alias_is_default is None else alias_is_default})

    def _fill(self, values):
        for name, value in values.items():
            if name == 'metadata':
                value = types.MappingProxyType(dict(value)) if value else _NO_METADATA
            _set(self, name, value)

    def __setattr__(self, name, value):
        raise FrozenInstanceError

    def evolve(self, **changes):
        """A copy of which something is different."""
        made = copy.copy(self)
        made._fill(changes)
        if 'alias' in changes and 'alias_is_default' not in changes:
            _set(made, 'alias_is_default', False)
        elif 'name' in changes and 'alias' not in changes and self.alias_is_default:
            _set(made, 'alias', made.name.lstrip('_'))
        return made

    def name_for_init(self):
        """Takes a parameter's name from the field's, unless one was given."""
        if not self.alias:
            _set(self, 'alias', self.name.lstrip('_'))
            _set(self, 'alias_is_default', True)

    def __getstate__(self):
        return tuple(dict(self.metadata) if name == 'metadata' else getattr(self, name) for name in self.__slots__)

    def __setstate__(self, state):
        self._fill(dict(zip(self.__slots__, state)))


class _CountingAttr(_Record):
    """What is told of a field in a class; remembers which was told first."""
    __slots__ = ('counter', '_default', '_validator', 'repr', 'eq', 'eq_key', 'order', 'order_key', 'hash', 'init', 'metadata',
                 'type', 'converter', 'kw_only', 'on_setattr', 'alias')
    _told = _compared = _hashed = ('counter', '_default', 'repr', 'eq', 'order', 'hash', 'init', 'on_setattr', 'alias', 'metadata')
    cls_counter = 0

    def __init__(self, **told_of):
        _CountingAttr.cls_counter += 1
        self.counter = _CountingAttr.cls_counter
        for name, value in told_of.items():
            setattr(self, name, value)

    def validator(self, meth):
        """Decorates a method that checks values."""
        from attr._make import and_
        self._validator = meth if self._validator is None else and_(self._validator, meth)
        return meth

    def default(self, meth):
        """Decorates a method that gives the default."""
        if self._default is not NOTHING:
            raise DefaultAlreadySetError
        self._default = Factory(meth, takes_self=True)
        return meth

    def named(self, name, kw_only, type):
        """The field of this name."""
        if type is None:
            type = self.type
        elif self.type is not None:
            raise ValueError(f"Type annotation and type argument cannot both be present for '{name}'.")
        return Attribute(name, self._default, self._validator, self.repr, None, self.hash, self.init, False, self.metadata, type,
                         self.converter, kw_only if self.kw_only is None else self.kw_only, self.eq, self.eq_key, self.order,
                         self.order_key, self.on_setattr, self.alias)
