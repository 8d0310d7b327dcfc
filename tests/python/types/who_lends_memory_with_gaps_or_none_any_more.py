"""An object that lends a view with gaps (PEP 688), and a view that is released, where memory in one piece is wanted."""
import array, codecs, gzip, io, os, socket, struct, sys, zlib


class Lender:
    def __buffer__(self, flags):
        return memoryview(b'abcdefgh')[::2]


near, far = socket.socketpair()
released = memoryview(b'x')
released.release()


def tried(label, call):
    for given in Lender(), released:
        try:
            print(label, call(given))
        except Exception as error:
            print(label, type(error).__name__, error)


tried('BytesIO', lambda view: io.BytesIO(view).read())
tried('BytesIO.write', lambda view: io.BytesIO().write(view))
tried('os.write', lambda view: os.write(1, view))
tried('send', lambda view: near.send(view))
tried('decode', lambda view: codecs.decode(view, 'utf-8'))
tried('frombytes', lambda view: array.array('b').frombytes(view))
tried('stdout', lambda view: sys.stdout.buffer.write(view))
tried('crc32', lambda view: zlib.crc32(view))
tried('%b', lambda view: b'%b' % view)
tried('from_bytes', lambda view: int.from_bytes(view))
tried('find', lambda view: b'aceg'.find(view))
tried('startswith', lambda view: b'aceg'.startswith(view))
tried('in', lambda view: view in b'aceg')
tried('unpack', lambda view: struct.unpack('4s', view))
tried('bytes', lambda view: bytes(view))
gaps = memoryview(b'abcdefgh')[::2]
for name in 'partition', 'rpartition':
    for data in b'1aceg2', bytearray(b'1aceg2'):
        try:
            print(name, getattr(data, name)(gaps))
        except Exception as error:
            print(name, type(error).__name__, error)


class dict(dict):
    pass


def call(cls):
    try:
        print(cls.fromkeys('ab'))
    except TypeError as error:
        print(error)


call(dict)
fromkeys = {}.__class__.__dict__['fromkeys']
call(type('dict', (), {'fromkeys': fromkeys}))
