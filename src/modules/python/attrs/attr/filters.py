"""Which fields asdict and astuple tell."""
from attr._fields import Attribute


def _matcher(what):
    classes = {one for one in what if isinstance(one, type)}
    names = {one for one in what if isinstance(one, str)}
    fields = {one for one in what if isinstance(one, Attribute)}
    return lambda attribute, value: value.__class__ in classes or attribute.name in names or attribute in fields


def include(*what):
    """Those of these types, names and fields."""
    matches = _matcher(what)

    def include_(attribute, value):
        return matches(attribute, value)
    return include_


def exclude(*what):
    """All but those of these types, names and fields."""
    matches = _matcher(what)

    def exclude_(attribute, value):
        return not matches(attribute, value)
    return exclude_
