"""Messages authenticated by a key."""
import hashlib as _hashlib
from secrets import compare_digest

__all__ = ['HMAC', 'new', 'digest', 'compare_digest']

_INNER, _OUTER = (bytes(n ^ pad for n in range(256)) for pad in (0x36, 0x5c))


def _block_size(inner):
    import warnings
    size = getattr(inner, 'block_size', None)
    if size is None:
        warnings.warn('No block_size attribute on given digest object; Assuming 64.', RuntimeWarning, 2)
    elif size < 16:
        warnings.warn(f'block_size of {size} seems too small; using our default of 64.', RuntimeWarning, 2)
    return size if size and size >= 16 else 64


class HMAC:
    """A digest with a key."""

    __slots__ = '_inner', '_outer', '_name', 'block_size', 'digest_size'
    blocksize = 64
    name = property(lambda self: self._name)

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')  #: 53 raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")  #: 56
        make = digestmod if callable(digestmod) else (lambda data=b'': _hashlib.new(digestmod, data)) if isinstance(digestmod, str) \
            else lambda data=b'': digestmod.new(data)
        inner = make()
        self.block_size, self.digest_size = _block_size(inner), inner.digest_size
        self._name = f"hmac-{getattr(inner, 'name', None) or type(inner).__name__}"
        key = make(key).digest() if len(key) > self.block_size else bytes(key)
        key = key.ljust(self.block_size, b'\0')
        self._inner, self._outer = make(key.translate(_INNER)), make(key.translate(_OUTER))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = self.__class__.__new__(self.__class__)
        made._inner, made._outer = self._inner.copy(), self._outer.copy()
        made._name, made.block_size, made.digest_size = self._name, self.block_size, self.digest_size
        return made


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)  #: 184 return «HMAC(key, msg, digestmod)»


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
