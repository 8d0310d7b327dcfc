"""How values are shown in reports: short, and whatever their `__repr__` does."""
import reprlib

DEFAULT_REPR_MAX_SIZE = 240


def _guarded(shown, obj, otherwise):
    """How the object is shown, or what is told of why it cannot be; but the program may end meanwhile."""
    try:
        return shown(obj)
    except BaseException as e:
        if isinstance(e, (KeyboardInterrupt, SystemExit)):
            raise
        return otherwise(e)


def _told(error):
    return _guarded(repr, error, lambda _: f'{type(error).__name__}("{error}")')


def _failed(error, obj):
    said = _guarded(_told, error, lambda inner: f'unpresentable exception ({_told(inner)})')
    return f'<[{said} raised in repr()] {type(obj).__name__} object at 0x{id(obj):x}>'


def _short(text, most):
    if most is None or len(text) <= most:
        return text
    before = max(0, (most - 3) // 2)
    after = max(0, most - 3 - before)
    return text[:before] + '...' + text[len(text) - after:]


class SafeRepr(reprlib.Repr):
    def __init__(self, maxsize, use_ascii=False):
        super().__init__()
        self.maxstring = 1_000_000_000 if maxsize is None else maxsize
        self.maxsize, self.use_ascii = maxsize, use_ascii

    def repr(self, x):
        return self._safely(x, ascii if self.use_ascii else super().repr)

    def repr_instance(self, x, level):
        return self._safely(x, repr)

    def _safely(self, x, shown):
        return _short(_guarded(shown, x, lambda error: _failed(error, x)), self.maxsize)

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{...}'
        parts = []
        for key, value in x.items():
            if len(parts) == self.maxdict:
                parts.append('...')
                break
            parts.append(f'{self.repr1(key, level - 1)}: {self.repr1(value, level - 1)}')
        return '{' + ', '.join(parts) + '}'


def saferepr(obj, maxsize=DEFAULT_REPR_MAX_SIZE, use_ascii=False):
    return SafeRepr(maxsize, use_ascii).repr(obj)


def saferepr_unlimited(obj, use_ascii=True):
    try:
        return ascii(obj) if use_ascii else repr(obj)
    except Exception as e:
        return _failed(e, obj)


def safeformat(obj):
    import pprint
    try:
        return pprint.pformat(obj)
    except Exception as e:
        return _failed(e, obj)
