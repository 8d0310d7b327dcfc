# What is C in CPython tells types of its own with their modules: a stream that is given no text, bytes from no buffer.
import array
import base64
import bz2
import codecs
import collections
import csv
import fractions
import gzip
import hashlib
import hmac
import heapq
import io
import lzma
import re
import socket
import sqlite3
import types
import unicodedata
import zlib
from decimal import Decimal


class Own:
    pass


def tried(what, function):
    try:
        print(what, function())
    except Exception as e:
        print(what, type(e).__name__, e)


for value in Decimal(1), re.compile('a'), collections.deque(), fractions.Fraction(1), Own(), None:
    with open('/tmp/texts', 'w') as text, open('/tmp/bytes', 'wb') as plain:
        tried('text', lambda: text.write(value))
        tried('lines', lambda: text.writelines(['a', value]))
        tried('bytes', lambda: plain.write(value))
    tried('memory', lambda: io.StringIO().write(value))
    tried('memory', lambda: io.StringIO(value).getvalue())
    tried('memory', lambda: io.BytesIO().write(value))
    tried('array', lambda: array.array('i', [value]))
    tried('array', lambda: array.array(value))
    tried('hash', lambda: hashlib.sha256(value))
    tried('zlib', lambda: zlib.compress(value))
    tried('gzip', lambda: gzip.compress(value))
    tried('bz2', lambda: bz2.compress(value))
    tried('lzma', lambda: lzma.compress(value))
    tried('base64', lambda: base64.b64encode(value))
    tried('base64', lambda: base64.b64decode(value))
    tried('codec', lambda: codecs.lookup(value))
    tried('csv', lambda: csv.writer(io.StringIO()).writerow(value))
    tried('csv', lambda: csv.writer(io.StringIO(), delimiter=value))
    tried('digest', lambda: hmac.compare_digest(value, 'a'))
    tried('heap', lambda: heapq.heappush(value, 1))
    tried('socket', lambda: socket.socket().connect(value))
    tried('sqlite', lambda: sqlite3.connect(':memory:').execute('select ?', (value,)).fetchone())
    tried('name', lambda: unicodedata.name(value))
    tried('normal', lambda: unicodedata.normalize('NFC', value))
    tried('proxy', lambda: types.MappingProxyType(value))
    tried('sub', lambda: re.sub('a', value, 'abc'))
    tried('sub', lambda: re.sub('a', 1, value))
    tried('group', lambda: re.match('(?P<a>a)', 'a')[value])
