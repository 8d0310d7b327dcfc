"""What few programs ask a module for, read from texts of its own when it is first asked for."""
import _frames


def on_demand(names, parts, otherwise=None):
    """A module's `__getattr__` and `__dir__`. names: what it has; parts: for each text the names that are in it; otherwise:
    answers for other names."""
    wanted = {name: part for part, all in parts.items() for name in all.split()}

    def __getattr__(name):  #: -
        part = wanted.get(name)
        if part is None:
            # Another thread may have read it meanwhile.
            if name in names:
                return names[name]
            if otherwise:
                return otherwise(name)
            raise AttributeError(f'module {names["__name__"]!r} has no attribute {name!r}')
        # Not by an import statement: programs may have put another `__import__` in place.
        read = _frames.read(part)
        value = names.setdefault(name, getattr(read, name))
        # What is of one reading belongs together. A text that is still being read has not all of it.
        others = parts[part].split()
        if all(hasattr(read, other) for other in others):
            for other in others:
                if wanted.pop(other, None):
                    names.setdefault(other, getattr(read, other))
        return value

    def __dir__():  #: -
        return sorted({*names, *wanted})

    def whole():  #: -
        for name in list(wanted):
            __getattr__(name)

    _frames.completes(names['__name__'], whole)
    return __getattr__, __dir__
