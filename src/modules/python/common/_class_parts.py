"""Classes whose methods stand in several texts."""
_EACH_HAS = '__module__', '__doc__', '__dict__', '__weakref__', '__firstlineno__', '__static_attributes__'


def whole(*modules):
    """Class decorator: what classes of that name in the modules have is the class's. In the modules the name means it from then on."""
    def gather(cls):
        assigned = set(cls.__dict__.get('__static_attributes__', ()))
        for module in modules:
            part = vars(module).get(cls.__name__)
            # What it had is kept for a class that is made anew, when its module is.
            own = vars(module).setdefault(f'_of_{cls.__name__}', {} if part is None else dict(vars(part)))
            for name, value in own.items():
                if name not in _EACH_HAS:
                    setattr(cls, name, value)
            assigned.update(own.get('__static_attributes__', ()))
            setattr(module, cls.__name__, cls)
        cls.__static_attributes__ = tuple(sorted(assigned))
        return cls
    return gather
