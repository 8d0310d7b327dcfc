"""The halves of modules that are C in CPython are found by a finder's neighbours, too."""
import importlib.util
import sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        return None


sys.meta_path.insert(0, Finder())
import _csv
import _socket
import _heapq
import _statistics
import _bz2
import socket
print(issubclass(socket.socket, _socket.socket), _heapq.heappop([1]), _csv.Error.__name__)
print(importlib.util.find_spec('_decimal') is not None, importlib.util.find_spec('_no_such_module'))
from _md5 import md5
from _sha2 import sha256
print(md5(b'').hexdigest()[:8], sha256(b'').hexdigest()[:8], _bz2.BZ2Compressor.__name__)
