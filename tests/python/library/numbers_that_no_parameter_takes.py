import array
import bisect
import calendar
import gc
import hashlib
import heapq
import hmac
import io
import itertools
import mmap
import os
import random
import select
import signal
import socket
import struct
import uuid
import zlib

ODD = 10**30, -10**30, 2**31, 2**63, -2**31 - 1, 1.5, '1', None, b'x', []


def told(name, function, without=()):
    for value in ODD:
        if value in without:
            continue
        try:
            found = function(value)
            print(name, value, type(found).__name__ if ' at 0x' in repr(found) else found)
        except Exception as error:
            print(name, value, type(error).__name__, error)


def of_pair(function):
    def run(value):
        a, b = socket.socketpair()
        with a, b:
            b.send(b'abc')
            return function(a, value)
    return run


told('family', lambda v: socket.socket(v).close())
told('type', lambda v: socket.socket(2, v).close())
told('proto', lambda v: socket.socket(2, 1, v).close())
told('fileno', lambda v: socket.socket(fileno=v), without=(None, -2**31 - 1))
told('listen', lambda v: socket.socket().listen(v))
told('recv', of_pair(lambda s, v: s.recv(v)))
told('recv flags', of_pair(lambda s, v: s.recv(3, v)))
told('recvfrom', of_pair(lambda s, v: s.recvfrom(v)[0]))
told('recv_into', of_pair(lambda s, v: s.recv_into(bytearray(3), v)))
told('into', of_pair(lambda s, v: s.recv_into(v)))
told('recvmsg', of_pair(lambda s, v: s.recvmsg(3, v)[0]))
told('send flags', of_pair(lambda s, v: s.send(b'', v)))
told('option', lambda v: socket.socket().setsockopt(1, 2, v))
told('level', lambda v: socket.socket().getsockopt(v, 2), without=(-2**31 - 1,))
told('buflen', lambda v: socket.socket().getsockopt(1, 2, v))
told('shutdown', of_pair(lambda s, v: s.shutdown(v)))
for function in socket.htons, socket.ntohl, socket.inet_aton, socket.inet_ntoa, socket.CMSG_SPACE, socket.if_indextoname, socket.getprotobyname:
    told(function.__name__, function)
told('inet_pton', lambda v: socket.inet_pton(v, '1.2.3.4'))
told('inet_ntop', lambda v: socket.inet_ntop(2, v))
told('select', lambda v: select.select([v], [], [], 0))
told('poll', lambda v: select.poll().register(v))
told('epoll', lambda v: select.epoll(v).close())
told('maxevents', lambda v: select.epoll().poll(0, v))
told('signal', lambda v: signal.signal(v, signal.SIG_DFL))
told('handler', lambda v: signal.signal(10, v))
told('setitimer', lambda v: signal.setitimer(v, 0))
for function in signal.getsignal, signal.strsignal, signal.raise_signal, signal.set_wakeup_fd:
    told(function.__name__, function)
told('sigmask', lambda v: signal.pthread_sigmask(v, []))
told('mask', lambda v: signal.pthread_sigmask(0, [v]))
told('threshold', gc.set_threshold)
told('collect', gc.collect)
told('generation', gc.get_objects, without=(None,))
told('crc32', lambda v: zlib.crc32(b'x', v))
told('level', lambda v: zlib.compress(b'x', v))
told('wbits', lambda v: zlib.decompress(zlib.compress(b'x'), v))
told('bufsize', lambda v: zlib.decompress(zlib.compress(b'x'), bufsize=v), without=(2**31,))
told('method', lambda v: zlib.compressobj(1, v))
told('flush', lambda v: zlib.compressobj().flush(v))
told('max_length', lambda v: zlib.decompressobj().decompress(zlib.compress(b'x'), v))
told('hash_name', lambda v: hashlib.pbkdf2_hmac(v, b'', b'', 1))
told('shake', lambda v: hashlib.shake_128(b'x').hexdigest(v), without=(2**31,))
for name in 'digest_size', 'fanout', 'leaf_size', 'node_offset':
    told(name, lambda v: hashlib.blake2b(b'x', **{name: v}).hexdigest()[:8])
told('scrypt', lambda v: hashlib.scrypt(b'', salt=b'', n=v, r=1, p=1))
told('maxmem', lambda v: hashlib.scrypt(b'', salt=b'', n=2, r=1, p=1, maxmem=v)[:2])
told('digestmod', lambda v: hmac.new(b'', b'', v))
told('lo', lambda v: bisect.bisect([1, 2], 1, v))
told('hi', lambda v: bisect.bisect([1, 2], 1, 0, v), without=(10**30, 2**31, 2**63))
told('nlargest', lambda v: heapq.nlargest(v, [1, 2]))
told('pop', lambda v: array.array('i', [1]).pop(v))
told('fromfile', lambda v: array.array('b').fromfile(io.BytesIO(b'abc'), v), without=(2**31,))
told('pack_into', lambda v: struct.pack_into('b', bytearray(2), v, 1))
told('combinations', lambda v: list(itertools.combinations('ab', v)))
told('binomial', lambda v: random.Random(1).binomialvariate(5, v))
told('trials', lambda v: random.Random(1).binomialvariate(v, 0.5), without=(10**30, 2**31, 2**63))
told('monthrange', lambda v: calendar.monthrange(v, 1))
told('uuid', lambda v: uuid.UUID(int=v), without=(None, 2**31, 2**63))
told('node', lambda v: uuid.uuid1(v, 1).node, without=(None, 2**31))
told('listdir', os.listdir, without=(None,))
told('stat', os.stat)
told('exists', os.path.exists)
told('chmod', lambda v: os.chmod('/nope', v))
told('flags', lambda v: os.open('/nope', v))
told('truncate', lambda v: os.truncate('/nope', v), without=(-2**31 - 1,))
told('dup2', lambda v: os.dup2(v, 9))
told('isatty', os.isatty)
told('open', open, without=(-2**31 - 1, 2**31))
told('buffering', lambda v: open('/nope', 'rb', v))
told('newline', lambda v: open('/nope', newline=v))
told('mmap', lambda v: mmap.mmap(-1, v), without=(2**31,))
told('translate', lambda v: 'a'.translate({97: v}))
told('maketrans', lambda v: str.maketrans({v: 1}))
told('readlines', lambda v: io.BytesIO(b'abc').readlines(v))
told('read', lambda v: io.BufferedReader(io.BytesIO(b'abc')).read(v))
told('peek', lambda v: io.BufferedReader(io.BytesIO(b'abc')).peek(v))
told('size', lambda v: io.BufferedReader(io.BytesIO(b'abc'), v), without=(2**31,))
