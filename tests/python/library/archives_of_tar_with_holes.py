"""A file with holes reads whole out of an archive, however the archive tells where its pieces go."""
import io
import tarfile

PIECES, DATA = [(512, 4), (2048, 4)], b'onetwo' + b'!!'


def padded(data):
    return data + bytes(-len(data) % 512)


def archive(before, name, kind, data, change=None):
    member = tarfile.TarInfo(name)
    member.type, member.size, member.pax_headers = kind, len(data), before
    header = bytearray(member.tobuf(tarfile.PAX_FORMAT))
    if change is not None:
        header[386:434] = b''.join(b'%011o\0' % number for pair in PIECES for number in pair)
        header[483:495] = b'%011o\0' % 3000
        header[148:156] = b' ' * 8
        header[148:156] = b'%06o\0 ' % sum(header)
    return bytes(header) + padded(data) + bytes(1024)


MAP = ','.join(str(number) for pair in PIECES for number in pair)
START = padded('\n'.join(['2', *MAP.split(','), '']).encode())
for found in (archive({}, 'old', tarfile.GNUTYPE_SPARSE, DATA, True),
              archive({'GNU.sparse.map': MAP, 'GNU.sparse.size': '3000', 'GNU.sparse.name': 'told'}, 'x', tarfile.REGTYPE, DATA),
              archive({'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.realsize': '3000', 'GNU.sparse.name': 'new'},
                      'x', tarfile.REGTYPE, START + DATA)):
    with tarfile.open(fileobj=io.BytesIO(found)) as tar:
        member = tar.getmembers()[0]
        data = tar.extractfile(member).read()
        print(member.name, member.size, member.issparse(), member.sparse, len(data), data[510:518], data[2046:2054], set(data[:512]))
        tar.extractall('/tmp/holes', filter='data')
        with open('/tmp/holes/' + member.name, 'rb') as file:
            print(file.read() == data)
