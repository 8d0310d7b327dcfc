"""What a function's frame gives as f_locals: a mapping that writes through to its variables (PEP 667)."""
import _frames
from collections.abc import Mapping


class FrameLocalsProxy:
    """The variables of a frame by name; further keys are kept with the frame."""
    __slots__ = '_frame',
    __module__ = 'builtins'
    __hash__ = None

    def __init__(self, frame, /):
        self._frame = frame

    def __getitem__(self, key):
        found = _frames.frame_variables(self._frame)
        if key in found:
            return found[key]
        raise KeyError(f"local variable '{key!r}' is not defined")

    def __setitem__(self, key, value):
        _frames.set_frame_variable(self._frame, key, value)

    def __delitem__(self, key):
        raise TypeError('cannot remove variables from FrameLocalsProxy')

    def __contains__(self, key):
        return key in _frames.frame_variables(self._frame)

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(_frames.frame_variables(self._frame))

    def __reversed__(self):
        return reversed(self.keys())

    def __repr__(self):
        found = _frames.frame_variables(self._frame)
        # A frame that holds its own variables.
        shown = (f'{name!r}: ' + ('{...}' if type(value) is FrameLocalsProxy and value._frame is self._frame
                                  else repr(value)) for name, value in found.items())
        return '{' + ', '.join(shown) + '}'

    def __eq__(self, other):
        if isinstance(other, FrameLocalsProxy):
            return self._frame is other._frame
        if isinstance(other, dict):
            return _frames.frame_variables(self._frame) == other
        return NotImplemented

    def __or__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        return {**other, **self}

    def __ior__(self, other):
        self.update(other)
        return self

    def keys(self):
        return list(_frames.frame_variables(self._frame))

    def values(self):
        return list(_frames.frame_variables(self._frame).values())

    def items(self):
        return list(_frames.frame_variables(self._frame).items())

    def copy(self):
        return _frames.frame_variables(self._frame)

    def get(self, key, default=None, /):
        return _frames.frame_variables(self._frame).get(key, default)

    def setdefault(self, key, default=None, /):
        found = _frames.frame_variables(self._frame)
        if key not in found:
            self[key] = default
            return default
        return found[key]

    def update(self, other, /):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            raise TypeError('update() argument must be dict or another FrameLocalsProxy')
        for key in other:
            self[key] = other[key]

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'FrameLocalsProxy' object")


Mapping.register(FrameLocalsProxy)
