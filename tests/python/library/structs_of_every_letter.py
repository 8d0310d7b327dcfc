import struct
def t(f):
    try: print(repr(f())[:160])
    except BaseException as e: print(type(e).__name__, e)
class I:
    def __index__(s): return 7
class F:
    def __float__(s): return 1.5
for o in '@=<>!':
    for c in "bBhHiIlLqQnNPefd?cspx":
        for v in (0,1,-1,127,128,255,256,-128,-129,32767,32768,65535,65536,-32769,2**31,2**32,-2**31-1,2**63,2**64,-2**63-1,2**200,1.5,'a',b'a',b'ab',I(),F(),None,True,float('nan'),float('-inf'),1e300,65519.0,65520.0,1e-8,5.96e-8,-0.0,3.4028235677973366e+38,1e-45,[]):
            t(lambda: (o,c,struct.pack(o+c,v)))
for f in ('','3','i3','z','<n','>P','@bhi','=bhi','<2h3s','5p','0s','0i','  i  i ','3x','b3xh','@b0i','@b0q','2?','c','\u00e9',b'<i',5,None,'99999999999999999999i','<i\n','ss','3sp','<1000000000000q'):
    t(lambda: struct.calcsize(f))
data=bytes(range(200))+b'\xff'*100
for f in ('<b','>B','<h','>H','!i','<I','>q','<Q','@l','@bhiq','=bhiq','e','f','d','>d','3s','5p','0p','2?','c','4c','x','3xb','<2h3s','P','n','>e','<f'):
    t(lambda: struct.unpack_from(f,data)); t(lambda: struct.unpack_from(f,data,199)); t(lambda: struct.unpack_from(f,data,-100));t(lambda: struct.unpack(f,data))
for f in (lambda: struct.pack('ii',1), lambda: struct.pack('i',1,2), lambda: struct.pack(), lambda: struct.pack(1,2), lambda: struct.unpack('i',b'abc'), lambda: struct.unpack('i'), lambda: struct.unpack('i','abcd'), lambda: struct.unpack('<i',bytearray(4)), lambda: struct.unpack('<i',memoryview(bytes(4))), lambda: struct.unpack('<i',5),
 lambda: struct.unpack_from('<i',b'abcd',-5), lambda: struct.unpack_from('<i',b'abcd',1), lambda: struct.unpack_from('<i',b'abcd',-3), lambda: struct.unpack_from('<i',buffer=b'abcd',offset=0), lambda: struct.unpack_from('<i',b'abcd',10),
 lambda: list(struct.iter_unpack('<h',b'abcdef')), lambda: struct.iter_unpack('<h',b'abc'), lambda: struct.iter_unpack('',b''), lambda: type(struct.iter_unpack('<h',b'ab')), lambda: struct.iter_unpack('<h',b'abcd').__length_hint__(),
 lambda: struct.Struct('<ih'), lambda: struct.Struct('<ih').size, lambda: struct.Struct('<ih').format, lambda: struct.Struct(b'<ih').format, lambda: struct.Struct('<ih').pack(1,2), lambda: struct.Struct('<ih').pack(1), lambda: struct.Struct('<ih').unpack(bytes(6)), lambda: struct.Struct('<ih').unpack(bytes(5)), lambda: struct.Struct('<ih').unpack_from(bytes(8),2), lambda: struct.Struct('<ih').unpack_from(buffer=bytes(8),offset=1), lambda: list(struct.Struct('<h').iter_unpack(bytes(4))), lambda: struct.Struct(), lambda: struct.Struct(5), lambda: struct.Struct('z'), lambda: struct.Struct(format='<i').size,
 lambda: struct.error.__mro__, lambda: struct.Struct.__module__, lambda: struct.pack.__module__, lambda: struct.pack): t(f)
buf=bytearray(10)
for f in (lambda: struct.pack_into('<ih',buf,1,5,6), lambda: buf, lambda: struct.pack_into('<i',buf,8,1), lambda: struct.pack_into('<i',buf,-4,-1), lambda: buf, lambda: struct.pack_into('<i',buf,-3,1), lambda: struct.pack_into('<i',buf,-30,1), lambda: struct.pack_into('<i',bytes(4),0,1), lambda: struct.pack_into('<i',buf,0), lambda: struct.pack_into('<i',buf), lambda: struct.pack_into('<i',memoryview(buf),2,77), lambda: buf, lambda: struct.Struct('<i').pack_into(buf,0,9), lambda: buf, lambda: struct.pack_into('<i',buf,100,1)): t(f)
