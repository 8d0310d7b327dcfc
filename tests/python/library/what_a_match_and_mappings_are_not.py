# A match has items and is no sequence; a `UserDict` goes to the right of `|`; `threading.local` is not copied.
import collections
import copy
import enum
import io
import re
import threading


def tried(what, function):
    try:
        print(what, function())
    except Exception as e:
        print(what, type(e).__name__, e)


def unpacked():
    first, second = re.match('(a)(b)', 'ab')


tried('match', unpacked)
tried('match', lambda: print(*re.match('(a)(b)', 'ab')))
tried('match', lambda: list(re.match('(a)(b)', 'ab')))
tried('mapping', lambda: {'a': 1, 'b': 2} | collections.UserDict(b=3))
tried('mapping', lambda: type({} | collections.UserDict()).__name__)
tried('mapping', lambda: 1 | collections.UserDict())
tried('bytes', lambda: io.BytesIO(1.5))
tried('bytes', lambda: io.BytesIO('text'))
tried('bytes', lambda: io.BytesIO(None).read())
tried('local', lambda: copy.copy(threading.local()))
tried('verify', lambda: enum.verify(enum.UNIQUE)(int))
tried('decoder', lambda: io.IncrementalNewlineDecoder(None, True).newline)
