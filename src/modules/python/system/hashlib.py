"""Digests of messages."""
import _hashes
from _frames import argument_type as _argument_type, bytes_of as _bytes_of, c_int as _c_int, c_long as _c_long
from _frames import ssize as _ssize, type_name as _type_name

algorithms_guaranteed = set(('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_224',
                             'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'))
algorithms_available = algorithms_guaranteed
__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_guaranteed',
           'algorithms_available', 'pbkdf2_hmac', 'file_digest', 'blake2b', 'blake2s', 'sha3_256', 'sha3_512', 'scrypt']
# How many bytes come out, and how many are taken in at a time.
_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
          'sha512': (64, 128), 'sha3_224': (28, 144), 'sha3_256': (32, 136), 'sha3_384': (48, 104),
          'sha3_512': (64, 72), 'shake_128': (0, 168), 'shake_256': (0, 136)}
_absent = object()


class HASH:
    """A digest that grows."""
    __slots__ = 'name', 'digest_size', 'block_size', '_data'

    def __init__(self, name, data):
        # Bytes are not copied before there are more of them.
        self.name, self._data = name, data if type(data) is bytes else bytearray(data)
        self.digest_size, self.block_size = _SIZES[name]

    def update(self, data, /):
        data = _bytes(data)
        if type(self._data) is bytes:
            self._data = bytearray(self._data)
        self._data += data

    def digest(self):
        return _hashes.digest(self.name, self._data, 0)

    def hexdigest(self):
        return _hashes.digest(self.name, self._data, 0).hex()

    def copy(self):
        return type(self)(self.name, self._data)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_hashlib.{type(self).__name__}' object")

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


HASH.__module__ = '_hashlib'
from _frames import computed_once as _once, extension as _extension, native as _native, shortcuts as _shortcuts
_extension(HASH)
_once(HASH, 'name', 'digest_size', 'block_size')


_shortcuts(13, HASH)


def _bytes(data):
    if isinstance(data, str):
        raise TypeError('Strings must be encoded before hashing')
    try:
        return _bytes_of(data)
    except TypeError:
        raise TypeError('object supporting the buffer API required') from None


def _length(data):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{_type_name(data)}'")
    return len(data)


def _maker(name):
    kind = HASHXOF if name.startswith('shake') else HASH

    def make(string=b'', *, usedforsecurity=True):
        return kind(name, string if type(string) is bytes else _bytes(string))
    make.__name__ = make.__qualname__ = f'openssl_{name}'
    return make


class HASHXOF(HASH):
    """A digest of any length."""
    __slots__ = ()

    def digest(self, length=_absent):
        return _hashes.digest(self.name, self._data, self._checked(length, 'digest'))

    def hexdigest(self, length=_absent):
        return _hashes.digest(self.name, self._data, self._checked(length, 'hexdigest')).hex()

    def _checked(self, length, method):
        if length is _absent:
            raise TypeError(f"{method}() missing required argument 'length' (pos 1)")
        length = _ssize(length)
        if length < 0:
            # As an unsigned size it is more than any machine has; for `digest` it is a length as it stands.
            raise MemoryError if method == 'hexdigest' else SystemError('Negative size passed to PyBytes_FromStringAndSize')
        return length

    def __repr__(self):
        return f'<{self.name} _hashlib.HASHXOF object @ {id(self):#x}>'


HASHXOF.__module__ = '_hashlib'
_extension(HASHXOF)
md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256 = map(
    _maker, _SIZES)


def _blake2(name, most):
    """The class of a kind of BLAKE2; its digests have that many bytes at most."""

    class blake2(HASH):
        __slots__ = '_parameters',
        MAX_DIGEST_SIZE = MAX_KEY_SIZE = most
        SALT_SIZE = PERSON_SIZE = most // 4

        def __init__(self, data=b'', /, *, digest_size=most, key=b'', salt=b'', person=b'', fanout=1, depth=1,
                     leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
            digest_size, fanout, depth, node_depth, inner_size = map(_c_int, (digest_size, fanout, depth, node_depth, inner_size))
            key, salt, person = map(_bytes_of, (key, salt, person))
            if not 1 <= digest_size <= most:
                raise ValueError(f'digest_size must be between 1 and {most} bytes')
            for what, given, longest in ('salt', salt, most // 4), ('person', person, most // 4):
                if len(given) > longest:
                    raise ValueError(f'maximum {what} length is {longest} bytes')
            for what, given, least in ('fanout', fanout, 0), ('depth', depth, 1):
                if not least <= given <= 255:
                    raise ValueError(f'{what} must be between {least} and 255')
            for what, given, bits in ('leaf_size', leaf_size, 32), ('node_offset', node_offset, most + 16 * (most == 32)):
                if not isinstance(given, int):
                    raise TypeError('an integer is required')
                if given < 0:
                    raise ValueError('value must be positive')
                if given >> 64:
                    raise OverflowError('int too big to convert' if bits != 32 or what == 'node_offset' else
                                        'Python int too large to convert to C unsigned long')
                if given >> bits:
                    raise OverflowError(f'{what} is too large')
            if not 0 <= node_depth <= 255:
                raise ValueError('node_depth must be between 0 and 255')
            if not 0 <= inner_size <= most:
                raise ValueError(f'inner_size must be between 0 and is {most}')
            if len(key) > most:
                raise ValueError(f'maximum key length is {most} bytes')
            self._parameters = (key, salt, person, node_offset.to_bytes(8, 'little'), digest_size, fanout,
                                depth, leaf_size, node_depth, inner_size, last_node)
            self.name, self.digest_size, self.block_size, self._data = name, digest_size, 2 * most, bytearray(_bytes(data))

        def digest(self):
            return _hashes.blake2(self.name, self._data, *self._parameters)

        def copy(self):
            made = object.__new__(type(self))
            for part in 'name', 'digest_size', 'block_size', '_parameters':
                setattr(made, part, getattr(self, part))
            made._data = bytearray(self._data)
            return made

        def hexdigest(self):
            return self.digest().hex()

        __repr__ = object.__repr__

    blake2.__init__.__qualname__ = blake2.__name__ = blake2.__qualname__ = name
    blake2.__module__ = '_blake2'
    _extension(blake2)
    return blake2


blake2b, blake2s = _blake2('blake2b', 64), _blake2('blake2s', 32)


def _of_openssl(name, data):  #: -
    if not isinstance(name, str):
        raise TypeError('name must be a string')
    lower = name.lower().replace('-', '_' if name[3:5] == '3-' else '')
    if lower not in algorithms_guaranteed:
        raise UnsupportedDigestmodError('[digital envelope routines] unsupported')
    return globals()[lower](data)


def __get_builtin_constructor(name):  #: in hashlib.py
    lower = name.lower()
    # Those of SHA-2 and older ones have a second name, all in capitals.
    if name in algorithms_guaranteed or name == name.upper() and lower[:3] in ('md5', 'sha') and lower in _SIZES and '_' not in lower:
        return globals()[lower]
    raise ValueError('unsupported hash type ' + name)  #: 123


def __hash_new(name, data=b'', **options):  #: in hashlib.py
    if name in ('blake2b', 'blake2s'):
        return __get_builtin_constructor(name)(data, **options)  #: 158 return «__get_builtin_constructor(name)(data, **kwargs)»
    if options.keys() - {'usedforsecurity'}:
        raise TypeError(f'new() got an unexpected keyword argument {min(options.keys() - {"usedforsecurity"})!r}')
    try:
        return _of_openssl(name, data)  #: 160 return «_hashlib.new(name, data, **kwargs)»
    except ValueError:
        return __get_builtin_constructor(name)(data)  #: 166


new = __hash_new


class UnsupportedDigestmodError(ValueError):
    """A digest that there is not."""


UnsupportedDigestmodError.__module__ = '_hashlib'


def scrypt(password, *, salt=_absent, n=_absent, r=_absent, p=_absent, maxmem=0, dklen=64):
    """A key from a password that takes memory to make."""
    _length(password)
    if salt is not _absent:
        _length(salt)
    for name, value in ('n', n), ('r', r), ('p', p):
        if not isinstance(value, int) and value is not _absent:
            raise TypeError(f"scrypt() argument '{name}' must be int, not {_argument_type(value)}")
    maxmem, dklen = _c_long(maxmem), _c_long(dklen)
    for name, value in ('n', n), ('r', r), ('p', p):
        if name == 'n' and salt is _absent:
            raise TypeError('salt is required')
        if value is _absent or value < 0 or value >> 64:
            raise TypeError(f'{name} is required and must be an unsigned int')
        if name == 'n' and (n < 2 or n & (n - 1)):
            raise ValueError('n must be a power of 2.')
    if not 0 <= maxmem < 1 << 31:
        raise ValueError('maxmem must be positive and smaller than 2147483647')
    if not 1 <= dklen < 1 << 31:
        raise ValueError('dklen must be greater than 0 and smaller than 2147483647')
    if 128 * r * (n + p + 2) > (maxmem or 32 * 1024 * 1024):
        raise ValueError('[digital envelope routines] memory limit exceeded')
    if r < 1 or p < 1:
        raise ValueError('Invalid parameter combination for n, r, p, maxmem.')
    return _hashes.scrypt(password, salt, n, r, p, dklen)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):  #: -
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {_argument_type(hash_name)}")
    _length(password), _length(salt)
    if hash_name not in _SIZES or hash_name.startswith('shake'):
        raise UnsupportedDigestmodError('[digital envelope routines] unsupported')
    _int_of(iterations, 'iteration value')
    length = _SIZES[hash_name][0] if dklen is None else _int_of(dklen, 'key length')
    key = bytearray()
    while len(key) < length:
        number = len(key) // _SIZES[hash_name][0] + 1
        key += _block_of_key(hash_name, password, bytes(salt) + number.to_bytes(4), iterations)
    return bytes(key[:length])


def _int_of(value, what):  #: -
    value = _c_long(value)
    if value < 1:
        raise ValueError(f'{what} must be greater than 0.')
    if value >= 1 << 31:
        raise OverflowError(f'{what} is too great.')
    return value


def _block_of_key(hash_name, password, block, iterations):  #: -
    """One digest's length of PBKDF2's key: slices of rounds, so that whatever waits for a turn does not wait for all."""
    total = b''
    for done in range(0, iterations, 1000):
        block, total = _hashes.rounds(hash_name, password, block, total, min(1000, iterations - done))
    return total


def file_digest(fileobj, digest, /):
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(262144)
    view = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        made.update(view[:size])
    return made


_native(globals(), 'new', 'file_digest')
