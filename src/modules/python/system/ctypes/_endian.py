"""Structures whose numbers have their highest byte first."""
from _ctypes.arrays import Array
from _ctypes.layouts import Structure, Union


def _other_endian(kind):
    if hasattr(kind, '__ctype_be__'):
        return kind.__ctype_be__
    if issubclass(kind, Array):
        return _other_endian(kind._type_) * kind._length_  #: 17 return «_other_endian(typ._type_)» * typ._length_
    if issubclass(kind, (Structure, Union)):
        return kind
    raise TypeError(f'This type does not support other endian: {kind}')  #: 21 raise TypeError("This type does not support other endian: %s" % typ)


class _Swapped:
    def __setattr__(cls, name, value):
        if name == '_fields_':
            value = [(name, _other_endian(kind), *bits)  #: 31 fields.append((name, «_other_endian(typ)») + rest)
                     for name, kind, *bits in value]
        super().__setattr__(name, value)  #: 33 super().__setattr__(attrname, value)


class _swapped_struct_meta(_Swapped, type(Structure)):
    pass


class _swapped_union_meta(_Swapped, type(Union)):
    pass


LittleEndianStructure, LittleEndianUnion = Structure, Union


class BigEndianStructure(Structure, metaclass=_swapped_struct_meta):
    """A structure whose numbers have their highest byte first."""
    __slots__ = ()
    _swappedbytes_, _abstract_ = None, True


class BigEndianUnion(Union, metaclass=_swapped_union_meta):
    """A union whose numbers have their highest byte first."""
    __slots__ = ()
    _swappedbytes_, _abstract_ = None, True
