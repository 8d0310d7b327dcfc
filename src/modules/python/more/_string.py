"""How str.format takes a text apart; string.Formatter does it for programs."""
import _formats
from string import _place, _told


def formatter_parser(text, /):
    """Gives (text, field, spec, conversion); field is None where no field follows."""
    return _told(*_formats.pieces(text))


def formatter_field_name_split(name, /):
    """The first part of a field's name, and (is_attribute, key) for each that follows."""
    if not isinstance(name, str):
        raise TypeError(f'expected str, got {type(name).__name__}')
    first, steps = _place(name)
    return first, iter(steps)


from _frames import native as _native
_native(globals())
del _native
