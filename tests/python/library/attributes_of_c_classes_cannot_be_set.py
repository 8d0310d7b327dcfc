# What CPython has in C says of which class a method is, and keeps what it was made with.
import array
import collections
import hashlib
import io
import re

print(collections.deque.append, collections.OrderedDict.move_to_end, collections.defaultdict.__missing__)
print(array.array.append, re.Pattern.match, io.StringIO.read)
pattern = re.compile('a(b)')
for thing, names in ((pattern, 'pattern flags groups groupindex'), (pattern.match('ab'), 're string pos endpos lastindex'),
                     (array.array('i', [1]), 'typecode itemsize'), (hashlib.md5(), 'name digest_size block_size'),
                     (io.StringIO(), 'closed line_buffering newlines'), (io.BytesIO(), 'closed')):
    for name in names.split():
        before = getattr(thing, name)
        for change in (lambda: setattr(thing, name, 1), lambda: delattr(thing, name)):
            try:
                change()
            except AttributeError as error:
                print(error)
        assert getattr(thing, name) == before
