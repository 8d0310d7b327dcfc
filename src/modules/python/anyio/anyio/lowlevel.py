"""Checkpoints, and variables of the run."""
import types as _types
import weakref as _weakref

from anyio import _seam

_values = _weakref.WeakKeyDictionary()
_none = object()


async def checkpoint():
    await _seam.backend().checkpoint()


async def checkpoint_if_cancelled():
    await _seam.backend().checkpoint_if_cancelled()


async def cancel_shielded_checkpoint():
    await _seam.backend().cancel_shielded_checkpoint()


class EventLoopToken:
    def __init__(self, backend, native):
        self._backend, self._native = backend, native


def current_token():
    found = _seam.backend()
    return EventLoopToken(found, found.token())


class RunvarToken:
    """What a variable of a run was before it was set; as a context manager it is that again at the end."""
    __slots__ = '_var', '_value', '_redeemed'
    __class_getitem__ = classmethod(_types.GenericAlias)

    def __init__(self, var, value):
        self._var, self._value, self._redeemed = var, value, False

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        self._var.reset(self)


class RunVar:
    """A variable of the run."""
    __class_getitem__ = classmethod(_types.GenericAlias)

    def __init__(self, name, default=_none):
        self._name, self._default = name, default

    def _here(self):
        return _values.setdefault(_seam.backend().token(), {})

    def get(self, default=_none):
        for value in (self._here().get(self, _none), default, self._default):
            if value is not _none:
                return value
        raise LookupError(f'Run variable "{self._name}" has no value and no default set')

    def set(self, value):
        token = RunvarToken(self, self._here().get(self, _none))
        self._here()[self] = value
        return token

    def reset(self, token):
        if token._var is not self:
            raise ValueError('This token does not belong to this RunVar')
        if token._redeemed:
            raise ValueError('This token has already been used')
        if token._value is _none:
            self._here().pop(self, None)
        else:
            self._here()[self] = token._value
        token._redeemed = True

    def __repr__(self):
        return f'<RunVar name={self._name!r}>'
