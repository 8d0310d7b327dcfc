"""Members: what the body of an enumeration says of them, and how those of a class mixed in are made and shown."""
from types import DynamicClassAttribute

__name__ = 'enum'  # where what is here is said to be  #: in enum.py

_property = property


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class _Auto:
    def __repr__(self):
        return '_auto_null'

_auto_null = _Auto()


class auto:
    """A value that the class chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class property(DynamicClassAttribute):
    """A property of members; on the class a member of that name is found."""
    hides = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass._member_map_.get(self.name)
            if found is None:
                raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
            return found
        if self.fget is None:
            if self.hides is not None:
                return getattr(instance._value_, self.name)
            return instance.__dict__[self.name]
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')  #: 226 raise AttributeError(⏎        "<enum %r> cannot set attribute %r" % (self.clsname, self.name)⏎        )
        self.fset(instance, value)

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


class EnumDict(dict):
    """The namespace of an enum's body: it notes the members."""

    def __init__(self):
        super().__init__()  #: 344
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate, self._generated = None, False
        self._cls_name = None

    @_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        for name in members.keys() if hasattr(members, 'keys') else ():
            self[name] = members[name]
        for name, value in () if hasattr(members, 'keys') else members:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value

    def __setitem__(self, key, value):
        private = f'_{self._cls_name}__'
        if self._cls_name and key.startswith(private):
            pass
        elif _is_sunder(key):  #: 362
            if key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
                           '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_',
                           '_boundary_', '_value_repr_', '_new_member_', '_use_args_', '_member_type_', '_value_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')  #: 372 raise ValueError(⏎⏎⏎        )
            if key == '_generate_next_value_':
                if self._generated:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
        elif _is_dunder(key):  #: 394
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')  #: 399 raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, type) and self._is_own(value):
            pass
        elif not isinstance(value, (member, auto, type)) and _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            parts = (value,) if isinstance(value, auto) else value
            if isinstance(parts, tuple) and any(isinstance(v, auto) for v in parts):
                chosen = []
                for v in parts:
                    if isinstance(v, auto):
                        if v.value is _auto_null:
                            v.value = self._generate(key, 1, len(self._member_names), self._last_values[:])  #: 431 v.value = «self._generate_next_value(⏎        key, 1, len(self._member_names), self._last_values[:],⏎        )»
                            self._generated = True
                        v = v.value
                        self._last_values.append(v)
                    chosen.append(v)
                if parts is not value:
                    value = chosen[0]
                else:
                    value = value._make(chosen) if hasattr(value, '_make') else type(value)(chosen)
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)  #: 450

    def _is_own(self, value):
        """Whether a class stands in the body itself."""
        own = f'{self._cls_name}.{value.__name__}'
        return value.__qualname__ == own or value.__qualname__.endswith('.' + own)


def _data_type(name, bases):
    """The class, besides Enum, whose instances the members are."""
    found = []
    for base in bases:
        first = None
        for cls in base.__mro__:
            if cls is object:
                continue
            if isinstance(cls, EnumType):
                if cls._member_type_ is not object:
                    found.append(cls._member_type_)
                    break
            elif '__new__' in cls.__dict__ or cls in (int, str, float, bytes, tuple) \
                    or '__dataclass_fields__' in cls.__dict__:
                found.append(first or cls)
                break
            else:
                first = first or cls
    if len(set(found)) > 1:
        raise TypeError(f'too many data types for {name!r}: {set(found)!r}')
    return found[0] if found else object


def _maker(member_type, base):
    """What makes members, where the class itself does not say so."""
    for method in ('__new_member__', '__new__'):
        for cls in (member_type, base):
            found = getattr(cls, method, None)
            if found is not None and found not in (None.__new__, object.__new__) and (
                    base is None or found is not Enum.__new__):
                return found
    return object.__new__


def _data_repr(bases):
    """What shows a member's value, if it is not repr: that of the class mixed in."""
    for base in bases:
        for cls in base.__mro__:
            if cls is not object and isinstance(cls, EnumType):
                return cls._value_repr_
            if cls is not object and '__repr__' in cls.__dict__:
                if '__dataclass_fields__' in cls.__dict__ and cls.__dataclass_params__.repr:
                    return _dataclass_repr
                return cls.__dict__['__repr__']
    return None


def _dataclass_repr(self):
    return ', '.join([f'{name}={getattr(self, name)!r}' for name, field in self.__dataclass_fields__.items()
                      if field.repr])
