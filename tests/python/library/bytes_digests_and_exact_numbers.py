import base64
import binascii
import struct
import hashlib
import hmac
import secrets
import uuid
import shlex
import fnmatch
import html
import errno
print(base64.b64encode(b'hello world'), base64.b64decode('aGVsbG8gd29ybGQ='), base64.urlsafe_b64encode(b'\xff\xfe\xfd'), base64.b32encode(b'hello'), base64.b32decode(b'NBSWY3DP'), base64.b16encode(b'hi'), base64.b85encode(b'hello'), base64.b85decode(base64.b85encode(b'hello')))
try:
    base64.b64decode('abc')
except binascii.Error as e:
    print(e)
print(binascii.hexlify(b'ab'), binascii.unhexlify('6162'), binascii.crc32(b'hello'))
print(struct.pack('>IHB', 1, 2, 3), struct.unpack('<i', b'\x01\0\0\0'), struct.calcsize('bhilq'), struct.pack('5s', b'ab'), struct.pack('!d', 3.14), struct.unpack('!f', struct.pack('!f', 2.5)), struct.pack('<e', 1.5), struct.Struct('>H').size)
for f, *a in [('B', 256), ('h', 70000), ('i', 'x'), ('2i', 1), ('z', 1)]:
    try:
        struct.pack(f, *a)
    except struct.error as e:
        print(e)
try:
    struct.unpack('I', b'abc')
except struct.error as e:
    print(e)
for n in 'md5 sha1 sha224 sha256 sha384 sha512'.split():
    h = hashlib.new(n, b'hello')
    print(n, h.hexdigest(), h.digest_size, h.block_size, h.name)
h = hashlib.sha256()
h.update(b'a' * 1000)
h.update(b'b')
print(h.hexdigest(), hashlib.md5(b'').hexdigest(), hashlib.sha1('é'.encode()).hexdigest(), hashlib.md5(b'x'*55).hexdigest(), hashlib.md5(b'x'*56).hexdigest(), hashlib.sha256(b'x'*64).hexdigest())
try:
    hashlib.md5('abc')
except TypeError as e:
    print(e)
print(hmac.new(b'key', b'msg', hashlib.sha256).hexdigest(), hmac.compare_digest('a', 'a'), hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 100).hex())
print(uuid.uuid4(), uuid.uuid4().hex, uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), repr(uuid.UUID(int=5)), uuid.uuid4().version)
print(secrets.token_hex(8), secrets.randbelow(100), secrets.choice('abcdef'), secrets.token_urlsafe(8), secrets.token_bytes(4))
print(shlex.split("a 'b c' \"d e\" f\\ g"), shlex.quote("it's"), shlex.join(['a', 'b c']), fnmatch.fnmatch('foo.py', '*.py'), fnmatch.filter(['a.txt', 'b.py'], '*.t?t'), html.escape('<a href="x">\'&'), html.unescape('&lt;&amp;&#39;'))
print(errno.ENOENT, errno.errorcode[13], errno.ECONNREFUSED)
import timeit
print(timeit.timeit('x=1', number=10), timeit.default_timer(), timeit.repeat(lambda: 1, number=2, repeat=2))
import sched
import time
s = sched.scheduler(time.time, time.sleep)
def say(x='default'): print('say', time.time(), x)


s.enter(10, 1, say)
s.enter(5, 2, say, argument=('positional',))
s.enter(5, 1, say, kwargs={'x': 'kw'})
s.run()
from decimal import *
print(Decimal('0.1') + Decimal('0.2'), Decimal(1) / Decimal(7), Decimal('3.14159').quantize(Decimal('0.01')), Decimal('1e10'), Decimal(0.1), Decimal('-0'), Decimal('NaN'), Decimal('Infinity'), Decimal(2).sqrt(), Decimal(2) ** 10, Decimal('1.10').normalize(), repr(Decimal('1.5')))
getcontext().prec = 6
print(Decimal(1) / Decimal(7), getcontext())
getcontext().prec = 28
print(f"{Decimal('1234567.891'):,.2f} {Decimal('0.5'):.0%} {Decimal('3'):>8} {Decimal('1E+3'):f} {Decimal('12.345'):.1f} {Decimal('1234.5'):e} {Decimal('5'):05.1f}")
print(Decimal('10') // 3, Decimal('10') % 3, divmod(Decimal(-7), 2), -Decimal('1.5'), abs(Decimal('-2')), round(Decimal('2.675'), 2), round(Decimal('2.5')), int(Decimal('3.9')), float(Decimal('1.1')), Decimal('1.1') == 1.1, Decimal('0.5') == 0.5, hash(Decimal('0.5')) == hash(0.5), max(Decimal(1), Decimal(2)), sum([Decimal('1.1')] * 3), sorted([Decimal(3), Decimal('1.5')]))
for f in [lambda: Decimal(1) / 0, lambda: Decimal('abc'), lambda: Decimal(0) / 0, lambda: Decimal(1) + 1.5, lambda: Decimal('sNaN') + 1]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__mro__[:2], e)
print(Decimal('2.5').to_integral_value(), Decimal('2.5').quantize(Decimal(1), rounding=ROUND_HALF_UP), Decimal(100).ln(), Decimal(1).exp(), Decimal(100).log10(), Decimal('123.456').as_tuple(), Decimal(2) ** Decimal('0.5'), Decimal('1.23E-10'), Decimal('0E-7'))
with localcontext() as ctx:
    ctx.prec = 50
    print(Decimal(2).sqrt())
from fractions import Fraction
print(Fraction(3, 4) + Fraction(1, 4), Fraction('0.75'), Fraction(0.5), repr(Fraction(6, -8)), Fraction(1, 3) * 3, Fraction(7, 2) // 1, Fraction(1, 3) ** 2, Fraction(5, 2) > 2, float(Fraction(1, 8)), Fraction('3/7'), Fraction(3.14159).limit_denominator(100), round(Fraction(5, 2)), Fraction(1, 2) == 0.5, hash(Fraction(1, 2)) == hash(0.5), Fraction(2) ** -1, Fraction(1, 3) + 1.0, 1 - Fraction(1, 3), int(Fraction(7, 2)), Fraction(9, 4) % 1, min(Fraction(1, 2), Fraction(1, 3)))
try:
    Fraction(1, 0)
except ZeroDivisionError as e:
    print(e)
import statistics
print(statistics.mean([1, 2, 3, 4]), statistics.median([1, 3, 2]), statistics.stdev([1, 2, 3, 4]), statistics.mode('aab'), statistics.mean([Fraction(1, 2), Fraction(1, 3)]), statistics.fmean([1, 2]), statistics.pstdev([1, 2]), statistics.quantiles([1, 2, 3, 4, 5]), statistics.variance([Decimal(1), Decimal(2)]))
