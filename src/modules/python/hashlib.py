"""Digests of messages."""
import _hashes

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384',
                         'sha3_512', 'shake_128', 'shake_256', 'blake2b', 'blake2s'}
algorithms_available = algorithms_guaranteed
__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_guaranteed',
           'algorithms_available', 'pbkdf2_hmac', 'file_digest', 'blake2b', 'blake2s', 'sha3_256', 'sha3_512', 'scrypt']
_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
          'sha512': (64, 128)}
# How many bytes are taken in at a time, what follows the message, and how many bytes come out.
_SPONGES = {'sha3_224': (144, 6, 28), 'sha3_256': (136, 6, 32), 'sha3_384': (104, 6, 48), 'sha3_512': (72, 6, 64),
            'shake_128': (168, 31, 0), 'shake_256': (136, 31, 0)}
_SIZES |= {name: (size, rate) for name, (rate, _, size) in _SPONGES.items()}


class HASH:
    """A digest that grows."""
    __slots__ = 'name', 'digest_size', 'block_size', '_data'

    def __init__(self, name, data):
        self.name, self._data = name, bytearray(data)
        self.digest_size, self.block_size = _SIZES[name]

    def update(self, data, /):
        self._data += _bytes(data)

    def digest(self):
        return _digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return type(self)(self.name, self._data)

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


HASH.__module__ = '_hashlib'
from _frames import extension as _extension
_extension(HASH)


def _digest(name, data):
    if name not in _SPONGES:
        return _hashes.digest(name, data)
    rate, suffix, size = _SPONGES[name]
    return _hashes.sponge(data, rate, suffix, size)


def _bytes(data):
    if isinstance(data, str):
        raise TypeError('Strings must be encoded before hashing')
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError('object supporting the buffer API required')
    return data


def _maker(name):
    def make(string=b'', *, usedforsecurity=True):
        return (HASHXOF if name.startswith('shake') else HASH)(name, _bytes(string))
    make.__name__ = make.__qualname__ = f'openssl_{name}'
    return make


md5, sha1, sha224, sha256, sha384, sha512 = map(_maker, [name for name in _SIZES if name not in _SPONGES])


class HASHXOF(HASH):
    """A digest of any length."""
    __slots__ = ()

    def digest(self, length, /):
        rate, suffix, _ = _SPONGES[self.name]
        return _hashes.sponge(self._data, rate, suffix, length)

    def hexdigest(self, length, /):
        return self.digest(length).hex()

    def __repr__(self):
        return f'<{self.name} _hashlib.HASHXOF object @ {id(self):#x}>'


HASHXOF.__module__ = '_hashlib'
_extension(HASHXOF)
sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256 = map(_maker, _SPONGES)


def _blake2(name, most, block, layout):
    """The class of a kind of BLAKE2; a layout is that of its parameters, for struct."""

    class blake2(HASH):
        __slots__ = '_key', '_parameters', '_last_node'
        MAX_DIGEST_SIZE = MAX_KEY_SIZE = most
        SALT_SIZE = PERSON_SIZE = most // 4

        def __init__(self, data=b'', /, *, digest_size=most, key=b'', salt=b'', person=b'', fanout=1, depth=1,
                     leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
            import struct
            if not 1 <= digest_size <= most:
                raise ValueError(f'digest_size must be between 1 and {most} bytes')
            for what, given, longest in ('salt', salt, most // 4), ('person', person, most // 4), ('key', key, most):
                if len(_bytes(given)) > longest:
                    raise ValueError(f'maximum {what} length is {longest} bytes')
            self._key, self._last_node = bytes(key), last_node
            offset = node_offset.to_bytes(8 if most == 64 else 6, 'little')
            self._parameters = struct.pack(layout, digest_size, len(key), fanout, depth, leaf_size, offset, node_depth,
                                           inner_size, salt, person)
            self.name, self.digest_size, self.block_size, self._data = name, digest_size, block, bytearray(_bytes(data))

        def digest(self):
            return _hashes.blake2(self._parameters, self._key, self._data, self._last_node)

        def copy(self):
            made = object.__new__(type(self))
            for part in 'name', 'digest_size', 'block_size', '_key', '_parameters', '_last_node':
                setattr(made, part, getattr(self, part))
            made._data = bytearray(self._data)
            return made

        __repr__ = object.__repr__

    blake2.__name__ = blake2.__qualname__ = name
    blake2.__module__ = '_blake2'
    _extension(blake2)
    return blake2


blake2b = _blake2('blake2b', 64, 128, '<BBBBI8sBB14x16s16s')
blake2s = _blake2('blake2s', 32, 64, '<BBBBI6sBB8s8s')


def new(name, data=b'', *, usedforsecurity=True):
    lower = name.lower().replace('-', '_' if name[3:5] == '3-' else '')
    if lower in algorithms_guaranteed:
        return globals()[lower](data)
    raise ValueError(f'unsupported hash type {name}')


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    """A key from a password that takes memory to make."""
    for name, value in ('salt', salt), ('n', n), ('r', r), ('p', p):
        if value is None:
            raise TypeError(f'{name} is required')
    if n < 2 or n & (n - 1):
        raise ValueError('n must be a power of 2.')
    if dklen < 1:
        raise ValueError('dklen must be greater than 0 and smaller than 2147483647')
    if 128 * r * (n + p + 2) > (maxmem or 32 * 1024 * 1024):
        raise ValueError('[digital envelope routines] memory limit exceeded')
    blocks = pbkdf2_hmac('sha256', password, salt, 1, p * 128 * r)
    # A list: a generator would be driven from inside join.
    mixed = b''.join([_hashes.smix(blocks[at:at + 128 * r], n) for at in range(0, len(blocks), 128 * r)])
    return pbkdf2_hmac('sha256', password, mixed, 1, dklen)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    size, block = _SIZES[hash_name]
    digest = _digest
    key = digest(hash_name, password) if len(password) > block else bytes(password)
    key = key.ljust(block, b'\0')
    inner, outer = bytes(b ^ 0x36 for b in key), bytes(b ^ 0x5c for b in key)
    dklen, out, number = dklen or size, b'', 1
    while len(out) < dklen:
        u = digest(hash_name, outer + digest(hash_name, inner + salt + number.to_bytes(4)))
        total = int.from_bytes(u)
        for _ in range(iterations - 1):
            u = digest(hash_name, outer + digest(hash_name, inner + u))
            total ^= int.from_bytes(u)
        out += total.to_bytes(size)
        number += 1
    return out[:dklen]


def file_digest(fileobj, digest, /):
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.read())
    return made
