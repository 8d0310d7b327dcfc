import inspect
def told(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for x in (b'abc', bytearray(b'abc'), memoryview(b'abc'), memoryview(bytearray(b'abc'))):
    n=type(x).__name__
    print(n, hasattr(x,'__buffer__'), hasattr(x,'__release_buffer__'))
    told(lambda: bytes(x.__buffer__(0)))
    told(lambda: x.__buffer__(1).readonly)
    told(lambda: x.__buffer__(2**40)); told(lambda: x.__buffer__(2**70)); told(lambda: x.__buffer__('a')); told(lambda: x.__buffer__())
    told(lambda: x.__buffer__(inspect.BufferFlags.FULL_RO) == x)
b=bytearray(b'xyz'); v=b.__buffer__(1); v[0]=65; print(b)
told(lambda: b.append(1)); b.__release_buffer__(v); told(lambda: b.append(1)); told(lambda: bytes(v))
told(lambda: b.__release_buffer__(v)); told(lambda: b.__release_buffer__(3)); told(lambda: b.__release_buffer__(memoryview(b'a')))
told(lambda: bytes.__buffer__(b'q',0).tobytes()); told(lambda: bytes.__buffer__(1,0)); told(lambda: bytearray.__release_buffer__(b'',1))
class C(bytearray):
    def __buffer__(self, flags):
        print('asked', inspect.BufferFlags(flags)); return super().__buffer__(flags)
    def __release_buffer__(self, view):
        print('released', type(view).__name__); super().__release_buffer__(view)
c=C(b'q')
with memoryview(c) as m: print(bytes(m)); told(lambda: c.append(1))
told(lambda: c.append(1)); print(c)
print(list(inspect.BufferFlags), inspect.BufferFlags.WRITABLE|inspect.BufferFlags.SIMPLE, inspect.BufferFlags.FULL_RO)
print(inspect.BufferFlags.__members__)
from collections.abc import Buffer
print(isinstance(b'', Buffer), isinstance('', Buffer), issubclass(memoryview, Buffer))
print('__buffer__' in dir(bytes), '__release_buffer__' in dir(bytes))
class Lender:
    def __init__(self):
        self.d = bytearray(b'hi')

    def __buffer__(self, flags):
        print('asked', flags)
        return memoryview(self.d)

    def __release_buffer__(self, view):
        print('released')
        view.release()

d = Lender()
print(bytes(d), b'x'.join([d]))
with memoryview(d) as m: m[0]=90
print(d.d); told(lambda: b'hi'.startswith(d)); told(lambda: b'zhi'.find(d)); told(lambda: bytearray(d));
