"""What is done with a value before it is set."""
from attr import _config
from attr.exceptions import FrozenAttributeError


def pipe(*setters):
    """Several, one after the other."""
    def wrapped_pipe(instance, attrib, new_value):
        for setter in setters:
            new_value = setter(instance, attrib, new_value)
        return new_value
    return wrapped_pipe


def frozen(_, __, ___):
    """Refuses."""
    raise FrozenAttributeError


def validate(instance, attrib, new_value):
    """Calls the field's validator."""
    if attrib.validator and _config._run_validators:
        attrib.validator(instance, attrib, new_value)
    return new_value


def convert(instance, attrib, new_value):
    """Calls the field's converter."""
    if not attrib.converter:
        return new_value
    from attr._fields import Converter
    called = attrib.converter
    return called(new_value, instance, attrib) if isinstance(called, Converter) else called(new_value)


# Nothing is done, whatever the class says.
NO_OP = object()
