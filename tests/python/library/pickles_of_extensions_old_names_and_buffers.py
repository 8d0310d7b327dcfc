import copyreg
import pickle
from collections import OrderedDict, UserDict


class Point:
    def __init__(self, x=0):
        self.x = x

    def __repr__(self):
        return f'Point({self.x})'


def told(what, *args, **options):
    try:
        print(what(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


# A number in place of a name.
copyreg.add_extension('__main__', 'Point', 0x12)
copyreg.add_extension('builtins', 'map', 0x1234)
copyreg.add_extension('builtins', 'zip', 0x12345678)
for protocol in range(6):
    data = pickle.dumps([Point(1), map, zip], protocol)
    print(protocol, data, pickle.loads(data))
told(copyreg.add_extension, '__main__', 'Point', 0x13)
told(copyreg.add_extension, '__main__', 'Other', 0x12)
told(copyreg.add_extension, '__main__', 'Other', 0)
copyreg.remove_extension('__main__', 'Point', 0x12)
told(copyreg.remove_extension, '__main__', 'Point', 0x12)
for data in b'\x80\x02\x82\x12.', b'\x80\x02\x82\x00.', b'\x80\x02\x84\xff\xff\xff\xff.':
    told(pickle.loads, data)

# The names of Python 2.
for found in map, range, OrderedDict, UserDict, ConnectionResetError, BlockingIOError, ModuleNotFoundError, KeyError:
    for options in {}, {'fix_imports': False}:
        data = pickle.dumps(found, 2, **options)
        print(data, pickle.loads(data))
for old in b'cUserDict\nUserDict\n.', b'cQueue\nQueue\n.', b'c__builtin__\nunichr\n.', b'cexceptions\nStandardError\n.':
    told(pickle.loads, old)
    told(pickle.loads, old, fix_imports=False)


# object.__reduce__ is that of the oldest protocol.
class Reduced:
    def __reduce__(self):
        return super().__reduce__()


for protocol in range(6):
    print(pickle.dumps(Reduced(), protocol))
print(object().__reduce_ex__(2)[0] is copyreg.__newobj__)


class Unset:
    __setstate__ = None


unset = Unset()
unset.x = 1
told(pickle.loads, pickle.dumps(unset))

# Buffers stand in the pickle, or beside it.
whole, frozen = bytearray(b'changes'), b'stays'
both = [pickle.PickleBuffer(whole), pickle.PickleBuffer(frozen)]
print(pickle.loads(pickle.dumps(both, 5)))
beside = []
data = pickle.dumps(both, 5, buffer_callback=beside.append)
print(data, [bytes(buffer.raw()) for buffer in beside])
one, other = pickle.loads(data, buffers=[whole, bytearray(frozen)])
print(one is whole, type(other).__name__, other.readonly, bytes(other))
told(pickle.loads, data)
told(pickle.loads, data, buffers=[b'1'])
told(pickle.dumps, both, 4)
told(pickle.dumps, both, 4, buffer_callback=beside.append)
told(pickle.dumps, pickle.PickleBuffer(memoryview(whole)[::2]), 5)
told(pickle.PickleBuffer, 'text')
both[0].release()
told(both[0].raw)
told(pickle.dumps, both, 5)
