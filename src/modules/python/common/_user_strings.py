"""Text to derive classes from."""
import sys as _sys
from collections.abc import Sequence as _Sequence

__name__ = '_user_containers'  # where what is here is said to be  #: in collections/__init__.py


def _plain(value):
    """The str in a UserString; else the value."""
    return value.data if isinstance(value, UserString) else value


class UserString(_Sequence):
    """A sequence around a str, to derive from."""

    def __init__(self, seq):
        self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)  #: 1365

    def __float__(self):
        return float(self.data)  #: 1368

    def __complex__(self):
        return complex(self.data)  #: 1371

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __len__(self):
        return len(self.data)

    def __eq__(self, string):
        return self.data == _plain(string)

    def __lt__(self, string):
        return self.data < _plain(string)  #: 1387 return «self.data < string»

    def __le__(self, string):
        return self.data <= _plain(string)  #: 1392 return «self.data <= string»

    def __gt__(self, string):
        return self.data > _plain(string)  #: 1397 return «self.data > string»

    def __ge__(self, string):
        return self.data >= _plain(string)  #: 1402 return «self.data >= string»

    def __contains__(self, char):
        return _plain(char) in self.data  #: 1407 return «char in self.data»

    def __getitem__(self, index):
        return self.__class__(self.data[index])  #: 1413

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)  #: 1428

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)  #: 1433

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)  #: 1466 return «self.data.encode(encoding, errors)»

    def join(self, seq):
        return self.data.join(seq)

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(sep, maxsplit)  #: 1566

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(sep, maxsplit)  #: 1569

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    def partition(self, sep):
        return self.data.partition(sep)  #: 1539

    def rpartition(self, sep):
        return self.data.rpartition(sep)  #: 1560

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    def isalnum(self):
        return self.data.isalnum()

    def isalpha(self):
        return self.data.isalpha()

    def isascii(self):
        return self.data.isascii()

    def isdecimal(self):
        return self.data.isdecimal()

    def isdigit(self):
        return self.data.isdigit()

    def isidentifier(self):
        return self.data.isidentifier()

    def islower(self):
        return self.data.islower()

    def isnumeric(self):
        return self.data.isnumeric()

    def isprintable(self):
        return self.data.isprintable()

    def isspace(self):
        return self.data.isspace()

    def istitle(self):
        return self.data.istitle()

    def isupper(self):
        return self.data.isupper()

    def capitalize(self):
        return self.__class__(self.data.capitalize())

    def casefold(self):
        return self.__class__(self.data.casefold())

    def lower(self):
        return self.__class__(self.data.lower())

    def swapcase(self):
        return self.__class__(self.data.swapcase())

    def title(self):
        return self.__class__(self.data.title())

    def upper(self):
        return self.__class__(self.data.upper())

    def lstrip(self, chars=None):
        return self.__class__(self.data.lstrip(chars))  #: 1534

    def rstrip(self, chars=None):
        return self.__class__(self.data.rstrip(chars))  #: 1563

    def strip(self, chars=None):
        return self.__class__(self.data.strip(chars))  #: 1578

    def center(self, width, *args):
        return self.__class__(self.data.center(width, *args))  #: 1446

    def ljust(self, width, *args):
        return self.__class__(self.data.ljust(width, *args))  #: 1528

    def rjust(self, width, *args):
        return self.__class__(self.data.rjust(width, *args))  #: 1557

    def find(self, sub, start=0, end=_sys.maxsize):
        return self.data.find(_plain(sub), start, end)  #: 1477 return «self.data.find(sub, start, end)»

    def rfind(self, sub, start=0, end=_sys.maxsize):
        return self.data.rfind(_plain(sub), start, end)  #: 1551 return «self.data.rfind(sub, start, end)»

    def count(self, sub, start=0, end=_sys.maxsize):
        return self.data.count(_plain(sub), start, end)  #: 1451 return «self.data.count(sub, start, end)»

    def index(self, sub, start=0, end=_sys.maxsize):
        return self.data.index(sub, start, end)  #: 1486

    def rindex(self, sub, start=0, end=_sys.maxsize):
        return self.data.rindex(sub, start, end)  #: 1554

    def startswith(self, prefix, start=0, end=_sys.maxsize):
        return self.data.startswith(prefix, start, end)  #: 1575

    def endswith(self, suffix, start=0, end=_sys.maxsize):
        return self.data.endswith(suffix, start, end)  #: 1469

    def expandtabs(self, tabsize=8):
        return self.__class__(self.data.expandtabs(tabsize))  #: 1472

    def removeprefix(self, prefix, /):
        return self.__class__(self.data.removeprefix(_plain(prefix)))  #: 1456 return self.__class__(«self.data.removeprefix(prefix)»)

    def removesuffix(self, suffix, /):
        return self.__class__(self.data.removesuffix(_plain(suffix)))  #: 1461 return self.__class__(«self.data.removesuffix(suffix)»)

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(_plain(old), _plain(new), maxsplit))

    def translate(self, *args):
        return self.__class__(self.data.translate(*args))  #: 1587

    def zfill(self, width):
        return self.__class__(self.data.zfill(width))  #: 1593

    maketrans = str.maketrans
