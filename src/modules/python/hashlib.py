"""Digests of messages."""
import _hashes

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384',
                         'sha3_512', 'shake_128', 'shake_256', 'blake2b', 'blake2s'}
algorithms_available = algorithms_guaranteed
__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_guaranteed',
           'algorithms_available', 'pbkdf2_hmac', 'file_digest', 'blake2b', 'blake2s', 'sha3_256', 'sha3_512', 'scrypt']
_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
          'sha512': (64, 128)}


class HASH:
    """A digest that grows."""
    __slots__ = 'name', 'digest_size', 'block_size', '_data'

    def __init__(self, name, data):
        self.name, self._data = name, bytearray(data)
        self.digest_size, self.block_size = _SIZES[name]

    def update(self, data, /):
        self._data += _bytes(data)

    def digest(self):
        return _hashes.digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


HASH.__module__ = '_hashlib'
from _frames import extension as _extension
_extension(HASH)


def _bytes(data):
    if isinstance(data, str):
        raise TypeError('Strings must be encoded before hashing')
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError('object supporting the buffer API required')
    return data


def _maker(name):
    def make(string=b'', *, usedforsecurity=True):
        return HASH(name, _bytes(string))
    make.__name__ = make.__qualname__ = f'openssl_{name}'
    return make


md5, sha1, sha224, sha256, sha384, sha512 = map(_maker, _SIZES)


def _missing(name):
    def make(*args, **kwargs):
        import _frames
        _frames.not_supported(f'hashlib.{name}', 'hashlib.sha256')
    make.__name__ = make.__qualname__ = name
    return make


for _name in sorted(algorithms_guaranteed - _SIZES.keys()):
    globals()[_name] = _missing(_name)


def new(name, data=b'', *, usedforsecurity=True):
    lower = name.lower().replace('-', '')
    if lower in _SIZES:
        return HASH(lower, _bytes(data))
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
    digest = _hashes.digest
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
