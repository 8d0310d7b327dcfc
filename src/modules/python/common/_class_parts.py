"""Classes whose methods stand in several texts."""
from _importing import library as _read

_EACH_HAS = '__module__', '__qualname__', '__doc__', '__firstlineno__', '__static_attributes__'
_held = {}


def part(name, bases, names):
    """Metaclass of what is in a part of a module, in place of which there is no class: `whole` has it."""
    _held.setdefault((names['__module__'], name), []).append(names)


def whole(*parts):
    """Decorator of a class that has methods in these parts of its module: its name means it there from then on."""
    for name in parts:
        _read(name)

    def gather(cls):
        assigned = set(cls.__dict__.get('__static_attributes__', ()))
        for own in _held.pop((cls.__module__, cls.__name__)):
            for name, value in own.items():
                if name not in _EACH_HAS:
                    setattr(cls, name, value)
            assigned.update(own.get('__static_attributes__', ()))
        cls.__static_attributes__ = tuple(sorted(assigned))
        return cls
    return gather
