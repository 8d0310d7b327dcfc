# What is encrypted in the old way is read by its password, and by no other.
import io
import zipfile
import zlib

TABLE = [zlib.crc32(bytes([byte]), 0xffffffff) ^ 0xffffffff for byte in range(256)]


def encrypted(data, password):
    keys = [0x12345678, 0x23456789, 0x34567890]

    def add(byte):
        keys[0] = keys[0] >> 8 ^ TABLE[(keys[0] ^ byte) & 255]
        keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xffffffff
        keys[2] = keys[2] >> 8 ^ TABLE[(keys[2] ^ keys[1] >> 24) & 255]

    for byte in password:
        add(byte)
    out = []
    for byte in data:
        key = keys[2] | 2
        out.append(byte ^ key * (key ^ 1) >> 8 & 255)
        add(byte)
    return bytes(out)


def archive(members):
    """An archive, made by hand: names, and what is in them, with passwords or None."""
    parts, places = b'', b''
    for name, text, password in members:
        sum, raw = zlib.crc32(text), text
        if password:
            raw = encrypted(b'eleven byte' + bytes([sum >> 24]) + text, password)
        common = (b'\24\0' + bytes([bool(password), 0]) + b'\0\0' + b'\0\0\x21\x5a' + sum.to_bytes(4, 'little')
                  + len(raw).to_bytes(4, 'little') + len(text).to_bytes(4, 'little') + len(name).to_bytes(2, 'little') + b'\0\0')
        places += b'PK\1\2\24\0' + common + bytes(10) + len(parts).to_bytes(4, 'little') + name
        parts += b'PK\3\4' + common + name + raw
    count = len(members).to_bytes(2, 'little')
    end = b'PK\5\6\0\0\0\0' + count + count + len(places).to_bytes(4, 'little') + len(parts).to_bytes(4, 'little') + b'\0\0'
    return parts + places + end


data = archive([(b'open.txt', b'for all', None), (b'closed.txt', b'for few ' * 40, b'secret'), (b'empty.txt', b'', b'secret')])
with zipfile.ZipFile(io.BytesIO(data)) as file:
    print(file.namelist(), file.read('open.txt'), file.read('open.txt', pwd=b'any'), [info.flag_bits & 1 for info in file.infolist()])
    print(file.read('closed.txt', b'secret')[:20], file.read('empty.txt', b'secret'))
    for given in (None, b'wrong', 'secret'):
        try:
            file.open('closed.txt', pwd=given)
        except Exception as error:
            print(type(error).__name__, error)
    for attempt in (file.extractall, lambda place: file.extract('closed.txt', place, b'nothing'), lambda place: file.testzip(),
                    lambda place: file.open('closed.txt', 'w', b'secret')):
        try:
            attempt('/tmp/of_archive')
        except Exception as error:
            print(type(error).__name__, error)
    file.extractall('/tmp/of_archive', pwd=b'secret')
    print(open('/tmp/of_archive/closed.txt').read()[-8:])
    file.setpassword(b'secret')
    print(file.testzip(), len(file.read('closed.txt')), file.open('closed.txt').readline()[:7])
    for word in ('one', 'two', 'secret', 'three'):
        try:
            print(word, file.read('closed.txt', word.encode())[:7])
        except RuntimeError as error:
            print(word, error)
