"""A memoryview that leaves bytes out: who copies it, and who wants plain memory (PyBUF_SIMPLE) and refuses it."""
import array, base64, binascii, bz2, codecs, gzip, hashlib, hmac, io, lzma, marshal, mmap, os, pickle, re, secrets, socket, sqlite3, struct, zlib

view = memoryview(b'abcdefgh')[::2]
room = memoryview(bytearray(8))[::2]
near, far = socket.socketpair()


def tried(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


def changed(data, change):
    change(data)
    return data


def grown(data):
    data += view


def filled(data):
    data[1:2] = view


for name in ('find', 'index', 'count', 'strip', 'lstrip', 'split', 'rsplit', 'partition', 'removeprefix', 'startswith', 'endswith'):
    tried(name, lambda: getattr(b'aceg', name)(view))
tried('replace', lambda: b'aceg'.replace(view, b''))
tried('translate', lambda: b'aceg'.translate(None, view))
tried('maketrans', lambda: bytes.maketrans(view, view))
tried('in', lambda: view in b'aceg')
tried('join', lambda: b'-'.join([b'x', view]))
tried('+', lambda: b'x' + view)
tried('bytearray +', lambda: bytearray(b'x') + view)
tried('+=', lambda: changed(bytearray(b'x'), grown))
tried('extend', lambda: bytearray(b'x').extend(view))
tried('[:]', lambda: changed(bytearray(b'xyz'), filled))
tried('==', lambda: view == b'aceg')
tried('bytes', lambda: bytes(view))
tried('bytearray', lambda: bytearray(view))
tried('hash', lambda: hash(view) == hash(b'aceg'))
tried('hex', lambda: view.hex())
tried('%b', lambda: b'<%b>' % view)
tried('memoryview [:]', lambda: changed(bytearray(4), lambda data: memoryview(data).__setitem__(slice(0, 4), view)))
tried('str', lambda: str(view, 'ascii'))
tried('int', lambda: int(view))
tried('float', lambda: float(view))
tried('from_bytes', lambda: int.from_bytes(view))
tried('compile', lambda: compile(view, 'x', 'exec'))
tried('re', lambda: re.match(b'a', view))
tried('re.sub', lambda: re.sub(b'a', view, b'abc'))
tried('unpack', lambda: struct.unpack('4s', view))
tried('unpack_from', lambda: struct.unpack_from('4s', view))
tried('pack_into', lambda: struct.pack_into('4s', room, 0, b'abcd'))
tried('crc32', lambda: zlib.crc32(view))
tried('compress', lambda: zlib.compress(view))
tried('bz2', lambda: bz2.compress(view))
tried('lzma', lambda: lzma.compress(view))
tried('md5', lambda: hashlib.md5(view))
tried('update', lambda: hashlib.sha256().update(view))
tried('pbkdf2', lambda: hashlib.pbkdf2_hmac('sha1', view, b's', 1))
tried('hmac', lambda: hmac.new(b'k', view, 'md5'))
tried('compare_digest', lambda: hmac.compare_digest(view, b'aceg'))
tried('hexlify', lambda: binascii.hexlify(view))
tried('unhexlify', lambda: binascii.unhexlify(view))
tried('b2a_base64', lambda: binascii.b2a_base64(view))
tried('b64encode', lambda: base64.b64encode(view))
tried('b64decode', lambda: base64.b64decode(view))
tried('b32encode', lambda: base64.b32encode(view))
tried('codecs', lambda: codecs.decode(view, 'utf-8'))
tried('pickle', lambda: pickle.loads(view))
tried('marshal', lambda: marshal.loads(view))
tried('array', lambda: array.array('b', view))
tried('frombytes', lambda: array.array('b').frombytes(view))
tried('BytesIO', lambda: io.BytesIO(view))
tried('BytesIO.write', lambda: io.BytesIO().write(view))
tried('BytesIO.readinto', lambda: io.BytesIO(b'abcd').readinto(room))
tried('os.write', lambda: os.write(1, view))
tried('send', lambda: near.send(view))
tried('sendall', lambda: near.sendall(view))
near.send(b'x')
tried('recv_into', lambda: far.recv_into(room))
tried('inet_ntoa', lambda: socket.inet_ntoa(view))
tried('mmap', lambda: mmap.mmap(-1, 8).write(view))
tried('sqlite3', lambda: sqlite3.connect(':memory:').execute('select ?', (view,)))


numbers = array.array('i', [1, 2])


def written(file, data):
    made = io.BytesIO()
    with file(made, 'w') as writer:
        size = writer.write(data), writer.tell()
    with file(io.BytesIO(made.getvalue())) as reader:
        return size, reader.read()


for data in view, numbers, memoryview(numbers), bytearray(b'\\x41'), b'\\n', 5, 'a', None:
    tried('BZ2File', lambda: written(bz2.BZ2File, data))
    tried('LZMAFile', lambda: written(lzma.LZMAFile, data))
    tried('gzip', lambda: gzip.decompress(gzip.compress(data)))
    tried('gzip.decompress', lambda: gzip.decompress(data))
    tried('escape_decode', lambda: codecs.escape_decode(data))
    for name in 'key', 'salt', 'person':
        tried(name, lambda: hashlib.blake2b(**{name: data}).hexdigest()[:9])
for pair in ((numbers, numbers), (numbers, b'abc'), ('a', numbers), (numbers, 5), (5, numbers), (memoryview(numbers), numbers), (view, 5), (5, view),
             ('a', 5), (view, view), ('a', 'a')):
    tried('compare_digest', lambda: hmac.compare_digest(*pair))
    tried('compare_digest', lambda: secrets.compare_digest(*pair))


class Named(bytes):
    pass


print(type(io.BytesIO(Named(b'ab')).read()), zlib.crc32(Named(b'ab')) == zlib.crc32(b'ab'), binascii.hexlify(Named(b'ab')))
