"""`random.SystemRandom`: numbers of the system's, the same in every run with the same seed."""
import os as _os
from random import Random as _Random


class SystemRandom(_Random):
    """Numbers from os.urandom."""
    __module__ = 'random'

    def random(self):
        return (int.from_bytes(_os.urandom(7)) >> 3) * 2.0 ** -53

    def getrandbits(self, k):  #: in random.py
        if k < 0:
            raise ValueError('number of bits must be non-negative')  #: 896
        size = (k + 7) // 8
        return int.from_bytes(_os.urandom(size)) >> size * 8 - k

    def randbytes(self, n):
        return _os.urandom(n)

    def seed(self, *args, **kwds):
        pass

    def _notimplemented(self, *args, **kwds):  #: in random.py
        raise NotImplementedError('System entropy source does not have state.')  #: 913

    getstate = setstate = _notimplemented

    def __reduce__(self):
        return type(self), (), self.getstate()


for _method in SystemRandom.random, SystemRandom.getrandbits, SystemRandom.randbytes, SystemRandom.seed, SystemRandom._notimplemented, SystemRandom.__reduce__:
    _method.__module__ = 'random'
