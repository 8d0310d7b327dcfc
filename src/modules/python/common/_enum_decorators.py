"""What decorates enumerations, and how members are shown and pickled that are names of a module."""
import _frames

__name__ = 'enum'  # where what is here is said to be  #: in enum.py


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'

CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator that checks what it is told."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        shown_name = enumeration.__name__
        flags = issubclass(enumeration, Flag)
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                doubled = [(n, m._name_) for n, m in enumeration.__members__.items() if n != m._name_]
                if doubled:
                    shown = ', '.join(f'{alias} -> {name}' for alias, name in doubled)
                    raise ValueError(f'aliases found in {enumeration!r}: {shown}')  #: 1949 raise ValueError('aliases found in %r: %s' %⏎        (enumeration, alias_details))
            elif check is CONTINUOUS:
                values = {m._value_ for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                wanted = [1 << at for at in range(low.bit_length(), high.bit_length() - 1)] if flags else range(low + 1, high)
                missing = [str(value) for value in wanted if value not in values]
                if missing:
                    kind = 'flag' if flags else 'enum'
                    raise ValueError(f'invalid {kind} {shown_name!r}: missing values {", ".join(missing)}'[:256])  #: 1970 raise ValueError(('invalid %s %r: missing values %s' % (⏎        enum_type, cls_name, ', '.join((str(m) for m in missing)))⏎        )[:256])
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    @staticmethod
    def _named(enumeration):
        known, names, bits = [member._value_ for member in enumeration], [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias._value_ < 0:
                continue
            missed = [bit for bit in show_flag_values(alias._value_) if bit not in known]
            if missed:
                names.append(name)
                bits |= sum(missed)
        if names:
            which = f'alias {names[0]} is' if len(names) == 1 else f'aliases {", ".join(names[:-1])} and {names[-1]} are'
            value = 'value' if bits.bit_count() == 1 else 'combined values of'
            raise ValueError(f'invalid Flag {enumeration.__name__!r}: {which} missing {value} {bits:#x} '
                             '[use enum.show_flag_values(value) for details]')


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes an enumeration of a plain class."""
    def convert_class(cls):
        names = type(etype).__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__'):
                names[name] = value
        return type(etype)(cls.__name__, (etype,), names, boundary=boundary)
    return convert_class


def global_enum_repr(self):
    return f'{self.__class__.__module__.rpartition(".")[2]}.{self._name_}'  #: 1672 return '%s.%s' % (module, «self._name_»)


def global_flag_repr(self):
    module = self.__class__.__module__.rpartition('.')[2]
    if self._name_ is None:  #: 1682
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    return '|'.join([name if name[0].isdigit() else f'{module}.{name}' for name in self._name_.split('|')])


def global_str(self):
    return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else self._name_  #: 1701 if «self._name_» is None:


def global_enum(cls, update_str=False):
    """Class decorator: the members are names of the module as well, and shown as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr  #: 1713 if «issubclass(cls, Flag)»:
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    _frames.modules()[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    return self.name  #: 1376


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)  #: 1381
