"""How str.format takes a text apart; string.Formatter does it for programs."""
from string import Formatter as _Formatter, _place


def _ensure_text(value):
    if not isinstance(value, str):
        raise TypeError(f'expected str, got {type(value).__name__}')


def formatter_parser(text, /):
    """Gives (text, field, spec, conversion); field is None where no field follows."""
    _ensure_text(text)
    return _Formatter().parse(text)


def formatter_field_name_split(name, /):
    """The first part of a field's name, and (is_attribute, key) for each that follows."""
    _ensure_text(name)
    first, steps = _place(name)
    return first, iter(steps)


from _frames import native as _native
_native(globals())
del _native
