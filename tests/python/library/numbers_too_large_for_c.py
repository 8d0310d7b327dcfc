import io
import math
import os
import random
import sys


def told(name, function, *values):
    for value in values:
        try:
            print(name, value, function(value))
        except (OverflowError, TypeError, ValueError, OSError) as error:
            print(name, value, type(error).__name__, error)


large = 10**30, -10**30, 2**63
told('nextafter', lambda n: math.nextafter(1, 2, steps=n), *large, 2**31, 0, 7, 2**52)
told('nextafter', lambda n: math.nextafter(-0.0, 1, steps=n), 0, 1, 5)
told('nextafter', lambda n: math.nextafter(5e-324, -1, steps=n), 0, 1, 2, 3, 2**62, 2**64)
told('nextafter', lambda n: math.nextafter(-1e-323, 1, steps=n), 1, 2, 3)
told('getrandbits', lambda n: random.getrandbits(n), *large, -1)
told('randbytes', random.Random(1).randbytes, *large, -1)
told('_getframe', sys._getframe, *large[::2], 2**31)
told('urandom', os.urandom, '1', 1.5)
told('strerror', os.strerror, *large, '1', 2)
told('close', os.close, *large, 2**31, 1.5)
told('fstat', os.fstat, *large, 2**31, 1.5, None)
told('umask', os.umask, *large, 1.5, '1')
told('nice', os.nice, *large, 1.5, '1')
for make in lambda: io.StringIO('abc'), lambda: io.BytesIO(b'abc'):
    told('read', lambda n: make().read(n), *large, 1.5)
    told('readline', lambda n: make().readline(n), *large)
    told('truncate', lambda n: make().truncate(n), *large, -1)
    told('seek', lambda n: make().seek(n), *large, 1.5)
    told('whence', lambda n: make().seek(0, n), *large, 1.5, None, '1', 2**31, 3)
