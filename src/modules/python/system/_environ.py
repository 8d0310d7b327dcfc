"""The environment: text by text, and the same in bytes."""
from collections.abc import Mapping, MutableMapping


# What os.putenv() has put (None: taken) beside os.environ: programs that are started see it.
put = {}


class _Environ(MutableMapping):  #: in <frozen os>
    """Names and values as bytes, under what is shown of them."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self._data = data
        self.encodekey, self.decodekey, self.encodevalue, self.decodevalue = encodekey, decodekey, encodevalue, decodevalue

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]  #: 713
        except KeyError:
            raise KeyError(key) from None  #: 716
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)  #: 720
        value = self.encodevalue(value)  #: 721
        _checked(key, value)  #: 722
        put.pop(decode(key), None)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)  #: 726
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None  #: 732
        put.pop(decode(encoded), None)

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ', '.join(f'{self.decodekey(key)!r}: {self.decodevalue(value)!r}' for key, value in self._data.items())
        return f'environ({{{items}}})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value  #: 755
        return self[key]

    def __ior__(self, other):
        self.update(other)  #: 759
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**other, **self}


_Environ.__module__ = 'os'


def _checked(key, value):  #: -
    """What putenv() refuses."""
    if b'=' in key:
        raise ValueError('illegal environment variable name')
    if b'\0' in key or b'\0' in value:
        raise ValueError('embedded null byte')
    if not key:
        raise OSError(22, 'Invalid argument')


def encode(value):  #: in <frozen os>
    if not isinstance(value, str):
        raise TypeError('str expected, not %s' % type(value).__name__)  #: 795
    return value.encode('utf-8', 'surrogateescape')


def decode(value):
    return value.decode('utf-8', 'surrogateescape')


def _check_bytes(value):  #: in <frozen os>
    if not isinstance(value, bytes):
        raise TypeError('bytes expected, not %s' % type(value).__name__)  #: 820
    return value


# A new event loop looks here for PYTHONASYNCIODEBUG.
variables = {b'HOME': b'/home/user', b'LANG': b'C.UTF-8', b'PATH': b'/usr/bin:/bin', b'USER': b'user'}
environ = _Environ(variables, encode, decode, encode, decode)
environb = _Environ(variables, _check_bytes, bytes, _check_bytes, bytes)
