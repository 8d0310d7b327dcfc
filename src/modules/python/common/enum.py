"""Enumerations."""
import _frames
import sys as _sys
from types import DynamicClassAttribute, MappingProxyType

from _enum_members import (EnumDict, _auto_null, _data_repr, _data_type, _dataclass_repr, _is_descriptor, _is_dunder,
                           _is_sunder, _maker, _property, auto, member, nonmember, property)

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'member',
           'nonmember', 'global_enum', 'global_enum_repr', 'global_flag_repr', 'global_str', 'CONTINUOUS', 'NAMED_FLAGS',
           'UNIQUE', 'EnumCheck', 'pickle_by_enum_name', 'pickle_by_global_name']


def _is_flag_class(cls):
    return any(b.__name__ == 'Flag' and b.__module__ == 'enum' for b in cls.__mro__)


class EnumType(type):
    """Metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                metacls._refuse_members(cls, base)  #: 477 metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict()
        namespace._cls_name = cls
        base = _enum_base(bases)
        if base is not None:
            namespace._generate = getattr(base, '_generate_next_value_', None)
            dict.__setitem__(namespace, '_generate_next_value_', namespace._generate)
        return namespace

    @staticmethod  #: in enum.py _check_for_existing_members_
    def _refuse_members(cls, base):
        raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')  #: 930 raise TypeError(⏎⏎⏎        )

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        name = cls
        member_names = classdict._member_names  #: 505 member_names = «classdict._member_names»
        members = {key: classdict[key] for key in member_names}
        namespace = {key: value for key, value in classdict.items()
                     if key not in members and key not in getattr(classdict, '_ignore', ())
                     and key not in ('_ignore_', '_order_')}
        if '_generate_next_value_' in namespace and not isinstance(namespace['_generate_next_value_'], staticmethod):
            namespace['_generate_next_value_'] = staticmethod(namespace['_generate_next_value_'])
        for key in ('mro', ''):
            if key in members:
                raise ValueError(f'invalid enum member name(s) {key!r}')  #: 510 raise ValueError('invalid enum member name(s) %s'  % (⏎        ','.join(repr(n) for n in invalid_names)⏎        ))
        order = classdict.get('_order_')
        if bases and not isinstance(bases[-1], EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        member_type = _data_type(name, bases)
        base = _enum_base(bases)
        own_new = namespace.get('__new__')
        maker = own_new or _maker(member_type, base)
        use_args = base is not None and maker not in (object.__new__, Enum.__new__)
        value_repr = namespace.pop('_value_repr_', None) or _data_repr(bases)
        namespace |= {'_new_member_': maker, '_use_args_': use_args, '_member_names_': [], '_member_map_': {},
                      '_value2member_map_': {}, '_unhashable_values_': [], '_unhashable_values_map_': {},
                      '_member_type_': member_type, '_value_repr_': value_repr}
        flags = namespace.get('__module__') == 'enum' and name == 'Flag' or any(_is_flag_class(b) for b in bases)
        if flags:
            namespace |= {'_boundary_': boundary or getattr(base, '_boundary_', None),
                          '_flag_mask_': 0, '_singles_mask_': 0, '_all_bits_': 0, '_inverted_': None}
        failed = None
        try:
            cls = super().__new__(metacls, name, bases, namespace, **kwds)  #: 559 enum_class = «super().__new__(metacls, cls, bases, classdict, **kwds)»
        except Exception as e:
            # Another of its kind and words is raised, without what was noted on it.
            failed, traceback = type(e)(str(e)), e.__traceback__
            failed.__cause__, failed.__context__ = e.__cause__, e.__context__
        if failed is not None:
            raise failed.with_traceback(traceback)  #: 571 raise exc.with_traceback(tb)
        cls._in_progress_ = True
        try:
            for key, value in members.items():
                metacls._add(cls, key, value, member_type, flags)  #: 559 enum_class = «super().__new__(metacls, cls, bases, classdict, **kwds)»
        except Exception as exc:
            raise exc  #: 571 raise exc.with_traceback(tb)
        del cls._in_progress_
        if any(b.__name__ == 'ReprEnum' and b.__module__ == 'enum' for b in bases):
            if member_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')  #: 584 raise TypeError(⏎        'ReprEnum subclasses must be mixed with a data type (i.e.'⏎        ' int, str, float, etc.)'⏎        )
            if '__format__' not in namespace:
                cls.__format__ = member_type.__format__
            if '__str__' not in namespace:
                cls.__str__ = member_type.__repr__ if member_type.__str__ is object.__str__ else member_type.__str__
        # A mixed-in class's own repr and format serve its enum, if ReprEnum is among the bases.
        for method in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if method not in cls.__dict__ and base is not None and member_type is not object \
                    and getattr(cls, method) is getattr(member_type, method, None):
                setattr(cls, method, getattr(bases[-1], method))
        if flags and base is not Enum:
            for method in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if method not in namespace:
                    setattr(cls, method, getattr(Flag, method))
        if base is not None:
            # The class is called to look a member up; what makes members is kept apart.
            if own_new is not None:
                cls.__new_member__ = own_new
            cls.__new__ = Enum.__new__
        if flags:
            values = [m._value_ for m in cls]
            if values != sorted(values):
                cls._iter_member_ = cls._iter_member_by_def_
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            names = list(cls._member_map_) if not flags else [n for n in cls._member_map_ if n in order]
            if flags:
                order = [n for n in order if n in cls._member_names_ or n not in cls._member_map_]
                names = list(cls._member_names_)
            elif [n for n in order if n in cls._member_names_ or n not in cls._member_map_] == cls._member_names_:
                order = names = []
            if order != names:
                raise TypeError('member order does not match _order_:\n'
                                f'  {cls._member_names_!r}\n  {order!r}')
        return cls

    @staticmethod  #: in enum.py __set_name__
    def _add(cls, key, value, member_type, flags):
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        if not cls._use_args_:
            new = cls._new_member_(cls)  #: 265 enum_member = «enum_class._new_member_(enum_class)»
        else:
            new = cls._new_member_(cls, *args)  #: 267 enum_member = «enum_class._new_member_(enum_class, *args)»
        if not hasattr(new, '_value_'):
            if member_type is object:
                new._value_ = value
            else:
                try:
                    new._value_ = member_type(*args)
                except Exception as exc:
                    raise TypeError(f'_value_ not set in __new__, unable to create it') from exc
        value = new._value_
        new._name_ = key
        new.__objclass__ = cls
        new.__init__(*args)  #: 283 enum_member.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        canonical = None
        try:
            canonical = cls._value2member_map_.get(value)
        except TypeError:
            canonical = next((m for m in cls._member_map_.values() if m._value_ == value), None)
        if flags and isinstance(value, int):
            cls._flag_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
            if value > 0 and value & value - 1 == 0:
                cls._singles_mask_ |= value
        if canonical is not None:
            new = canonical
        # Flags of no bit or several are names for combinations.
        elif not flags or isinstance(value, int) and value > 0 and value & value - 1 == 0:
            cls._member_names_.append(key)
        cls._name(key, new)
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(key, []).append(value)

    def _name(cls, key, new):
        if key in cls._member_map_:
            if cls._member_map_[key] is not new:
                raise NameError(f'{key!r} is already bound: {cls._member_map_[key]!r}')
            return
        cls._member_map_[key] = new
        found = next((base.__dict__[key] for base in cls.__mro__[1:] if key in base.__dict__), None)
        if isinstance(found, property):
            return
        if found is not None and _is_descriptor(found):
            # The class has its member under that name, a member what the class mixed in has.
            new = property(getattr(found, 'fget', None))
            new.hides = found
            new.__set_name__(cls, key)
        type.__setattr__(cls, key, new)

    def __bool__(cls):
        return True

    def __call__(cls, value, *values, names=None, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_ or values == () and names is None and type is None:
            if not cls._member_map_ and not cls.__dict__.get('_in_progress_'):
                raise TypeError(f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')  #: 726 raise TypeError(⏎        f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum"⏎        )
            if values:
                value = (value, *values)
            return cls.__new__(cls, value)  #: 722
        if names is None:
            names = values[0] if values else ()
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)  #: 729 return «cls._create_(⏎        class_name=value,⏎        names=None if names is _not_given else names,⏎        module=module,⏎        qualname=qualname,⏎        type=type,⏎        start=start,⏎        boundary=boundary,⏎        )»

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            found, last = [], []
            for at, name in enumerate(names):
                value = namespace._generate(name, start, at, last[:])
                last.append(value)
                found.append((name, value))
            names = found
        for item in names:  #: 862
            name, value = (item, names[item]) if isinstance(item, str) else item  #: 866 «member_name, member_value» = item
            namespace[name] = value  #: 867 «classdict[member_name]» = member_value
        namespace['__module__'] = module or _sys._getframe(2).f_globals.get('__name__', '__main__')
        namespace['__qualname__'] = qualname or class_name
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)  #: 885 return «metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)»

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')  #: 757 raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)  #: 758

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')  #: 828 raise AttributeError('cannot reassign member %r' % (name, ))
        super().__setattr__(name, value)  #: 829

    def __getitem__(cls, name):
        return cls._member_map_[name]  #: 782

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if _is_flag_class(cls) else 'enum'} {cls.__name__!r}>"

    def __dir__(cls):
        found = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__',
                 '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            found.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            found.add('__init_subclass__')
        return sorted(found if cls._member_type_ is object else found.union(dir(cls._member_type_)))


EnumMeta = EnumType


def _enum_base(bases):
    return bases[-1] if bases and isinstance(bases[-1], EnumType) else None


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    @classmethod
    def __signature__(cls):
        return '(*values)' if cls._member_names_ else (
            '(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)')

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls[name]
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
        if '_in_progress_' in cls.__dict__:
            raise TypeError('do not use `super().__new__; call the appropriate __new__ directly') from None
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members defined')
        error = result = None
        try:
            result = cls._missing_(value)  #: 1174 result = «cls._missing_(value)»
        except Exception as exc:
            error = exc
        if isinstance(result, cls):  #: 1179
            return result
        if _is_flag_class(cls) and isinstance(result, int):
            if cls._boundary_ is EJECT:
                return result
        invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if result is None and error is None:
            raise invalid  #: 1189 raise ve_exc
        if error is None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error  #: 1197 raise exc

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._name(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            known = cls._value2member_map_.setdefault(value, self)
        except TypeError:
            known = next((cls[name] for name, values in cls._unhashable_values_map_.items() if value in values), self)
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(self._name_, []).append(value)
        if known is not self:
            raise ValueError(f'{value!r} is already bound: {known!r}')

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values).pop()
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None  #: 1248
        try:
            return last + 1
        except TypeError:
            raise TypeError(f'unable to increment {last!r}') from None  #: 1252 raise TypeError('unable to increment %r' % (last_value, )) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {(self.__class__._value_repr_ or repr)(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        members = self._member_map_
        found = set() if self._member_type_ is object else set(object.__dir__(self))
        found.update(name for name in self.__dict__ if name[0] != '_' and name not in members)
        for cls in type(self).__mro__:
            for name, value in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in members or isinstance(value, property) and value.fget is not None:
                    found.add(name)
                elif isinstance(value, property):
                    found.discard(name)
        return sorted(found.union(('__class__', '__doc__', '__eq__', '__hash__', '__module__')))

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)  #: 1295

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


_frames.shortcuts(10, property, EnumType, Enum.__dict__['name'].fget, Enum.__dict__['value'].fget, Enum.__new__)


class ReprEnum(Enum):
    """Only the repr is the enum's; str() and format() are those of the mixed-in class."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')  #: 1348 raise TypeError('too many arguments for str(): %r' % (values, ))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')  #: 1352 raise TypeError('%r is not a string' % (values[0], ))
        if len(values) > 1 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')  #: 1356 raise TypeError('encoding must be a string, not %r' % (values[1], ))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f'errors must be a string, not {values[2]!r}')  #: 1360 raise TypeError('errors must be a string, not %r' % (values[2]))
        made = str.__new__(cls, str(*values))
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


# What is read when a program first asks for it.
_frames.on_demand(globals(), {
    '_enum_decorators': 'CONTINUOUS EnumCheck NAMED_FLAGS UNIQUE _simple_enum global_enum global_enum_repr global_flag_repr '
                        'global_str pickle_by_enum_name pickle_by_global_name verify',
    '_enum_flags': 'CONFORM EJECT Flag FlagBoundary IntFlag KEEP STRICT bin show_flag_values',
})


def unique(enumeration):
    """Class decorator: no two names for one value."""
    doubled = [(name, m._name_) for name, m in enumeration.__members__.items() if name != m._name_]  #: 1647 for name, member in «enumeration.__members__».items():
    if doubled:
        shown = ', '.join(f'{alias} -> {name}' for alias, name in doubled)
        raise ValueError(f'duplicate values found in {enumeration!r}: {shown}')  #: 1653 raise ValueError('duplicate values found in %r: %s' %⏎        (enumeration, alias_details))
    return enumeration
