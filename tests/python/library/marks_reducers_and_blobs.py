"""Byte order marks are written once; what __reduce__ gives is looked at; a blob expires; adapters of numbers are asked."""
import codecs
import gzip
import io
import pickle
import sqlite3
from xml.sax.saxutils import XMLGenerator

for encoding in ('utf-8-sig', 'utf-16', 'ascii'):
    out = io.BytesIO()
    writer = XMLGenerator(out, encoding=encoding)
    writer.startDocument()
    writer.startElement('doc', {'a': '\u20ac'})
    writer.characters('x')
    writer.endElement('doc')
    writer.endDocument()
    print(out.getvalue())
out = io.BytesIO()
writer = XMLGenerator(codecs.getwriter('utf-8')(out), encoding='utf-8')
writer.startDocument()
writer.characters('\u20ac')
print(out.getvalue())


class Forward(io.BytesIO):
    def seekable(self):
        return False


for kind in (io.BytesIO, Forward):
    out = kind()
    stream = io.TextIOWrapper(out, encoding='ascii', newline='\n')
    stream.write('abc\n')
    stream.reconfigure(encoding='utf-8-sig')
    stream.write('é\n')
    stream.flush()
    print(out.getvalue())

# What is read piece by piece has its mark at the start alone.
text = 'ä line of some length\n' * 600
for encoding in ('utf-16', 'utf-16-be', 'utf-32', 'utf-8-sig'):
    packed = gzip.compress(text.encode(encoding))
    with gzip.open(io.BytesIO(packed), 'rt', encoding=encoding) as stream:
        print(stream.read() == text, end=' ')
    with gzip.open(io.BytesIO(packed), 'rt', encoding=encoding) as stream:
        print(sum(1 for _ in stream), stream.seek(0), stream.readline())
    print(io.TextIOWrapper(Forward(text.encode(encoding)), encoding=encoding).read() == text)


class Made:
    def __reduce__(self):
        return self.told


for told in ((list, (), None, [1]), (dict, (), None, None, {'a': 1}), (list, (), None, None, None, 5), (list, (), None, iter([1])), (list, (), 1, 2)):
    made = Made()
    made.told = told
    try:
        print(pickle.loads(pickle.dumps(made)))
    except Exception as error:
        print(type(error).__name__, error)

connection = sqlite3.connect(':memory:')
connection.execute('create table t(x blob)')
connection.execute('insert into t values (?)', (b'0123456789',))
blob = connection.blobopen('t', 'x', 1)
blob.write(b'ab')
print(blob[0:4], blob.read(2), len(blob))
try:
    list(blob)
except TypeError as error:
    print(error)
connection.execute("update t set x = 'zz'")
try:
    blob.read()
except sqlite3.OperationalError as error:
    print(error)


class One:
    def __len__(self):
        return 1

    def __getitem__(self, at):
        assert at == 0
        return 'first'


print(connection.execute('select ?', One()).fetchall())
sqlite3.register_adapter(int, float)
print(connection.execute('select ?, ?', (5, 'a')).fetchall(), connection.execute('select :a', {'a': 5}).fetchall())
