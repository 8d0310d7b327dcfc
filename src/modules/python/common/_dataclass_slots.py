"""Dataclasses with slots."""

__name__ = 'dataclasses'  # where what is here is said to be  #: in dataclasses.py


def _frozen_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _frozen_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _add_slots(cls, frozen, weakref_slot, real):
    """A new class with slots: they cannot be added to one that exists."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')  #: 1228
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        if hasattr(slots, '__next__'):
            raise TypeError(f"Slots of '{base.__name__}' cannot be determined")
        inherited.update((slots,) if isinstance(slots, str) else slots)
    names = [f.name for f in real if f.name not in inherited]
    if weakref_slot and not any('__weakref__' in base.__dict__ for base in cls.__mro__[1:]) \
            and '__weakref__' not in inherited:
        names.append('__weakref__')
    namespace['__slots__'] = tuple(names)
    for f in real:
        namespace.pop(f.name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        new.__qualname__ = qualname
    if frozen:
        if '__getstate__' not in namespace:
            new.__getstate__ = _frozen_getstate
        if '__setstate__' not in namespace:
            new.__setstate__ = _frozen_setstate
    # Methods that refer to the class (super(), the guards of a frozen one) refer to the old one, as in CPython 3.13.
    return new
