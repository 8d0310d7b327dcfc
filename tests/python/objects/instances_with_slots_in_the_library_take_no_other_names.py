"""Elements, members of archives and codes have no `__dict__`; an exception group can be referred to weakly."""
import copy
import gc
import hmac
import pickle
import weakref
import zipfile
from xml.etree.ElementTree import Element, SubElement, tostring

for thing in Element('a'), zipfile.ZipInfo('x'), hmac.new(b'k', b'm', 'md5'):
    for what in (lambda: setattr(thing, 'unknown', 1), lambda: vars(thing), lambda: thing.unknown):
        try:
            print(what())
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, e)


class Own(Element):
    pass


own = Own('b', n='1')
own.unknown = 2
print(vars(own), tostring(own))
a = Element('a', k='v')
a.text = 't'
SubElement(a, 'c').tail = 'z'
print(sorted(a.__getstate__()), a.__getstate__()["text"])
print([tostring(f(a)) for f in (copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x)))])
for state in {'tag': 't', '_children': [None]}, {'tag': 't', '_children': 5}, 5, {}, {'tag': 't', 'bogus': 1}, {'tag': 't'}:
    try:
        print(a.__setstate__(state), tostring(a))
    except TypeError as e:
        print(e)
info = zipfile.ZipInfo('n', (2020, 1, 2, 3, 4, 5))
info.comment = b'c'
print(pickle.loads(pickle.dumps(info)).comment, copy.copy(info))
code = hmac.new(b'k', b'm', 'sha1')
print(code.name, code.copy().hexdigest() == code.hexdigest(), code.block_size, code.digest_size)
group = ExceptionGroup('g', [ValueError()])
seen = weakref.ref(group)
print(seen() is group)
for error in ValueError(), BaseExceptionGroup('g', [KeyboardInterrupt()]), OSError():
    try:
        weakref.ref(error)
    except TypeError as e:
        print(e)
del group
gc.collect()
print(seen())
