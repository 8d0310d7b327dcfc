# What ends a stream of the program's own; a text stream reconfigured; what is refused, and in which words.
import io
import os


def tried(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


told = []


def telling(base):
    class Telling(base):
        def __del__(self):
            told.append('del')
            super().__del__()

        def close(self):
            told.append('close')
            super().close()

        def flush(self):
            told.append('flush')
            super().flush()
    return Telling


for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase, io.BytesIO):
    stream = telling(base)()
    del stream
    print(base.__name__, told)
    told.clear()
stream = telling(io.FileIO)('/tmp/told', 'w')
del stream
print(told)


class Failing(io.RawIOBase):
    def close(self):
        raise OSError('cannot close')


stream = Failing()
del stream

print('-- reconfigure')
text = io.TextIOWrapper(io.BytesIO(), encoding='ascii', errors='ignore', newline='\n')
text.reconfigure(encoding='utf-8')
print(text.encoding, text.errors)
text.reconfigure(errors='replace', newline='\r\n', line_buffering=True, write_through=True)
text.write('a\n')
print(text.errors, text.line_buffering, text.write_through, text.buffer.getvalue())
tried(text.reconfigure, newline='x')
tried(text.reconfigure, encoding='nope')
text = io.TextIOWrapper(io.BytesIO(b'one\ntwo\n'))
text.readline()
tried(text.reconfigure, encoding='ascii')


class Wrapper(io.TextIOWrapper):
    pass


print(text, Wrapper(io.BytesIO(), encoding='utf-8'))
text.detach()
tried(text.close)
tried(text.read)

print('-- telling')
text = io.TextIOWrapper(io.BytesIO(b'one\ntwo\n'))
for line in text:
    tried(text.tell)
tried(text.tell)
with open('/tmp/lines', 'w') as file:
    file.write('one\ntwo\nthree\n')
with open('/tmp/lines') as file:
    print(file.readline(), file.tell())
    next(file)
    tried(file.tell)
    print(list(file), file.tell())

print('-- refused')
for arguments in ({'encoding': 'nope'}, {'encoding': 'hex'}, {'newline': 'x'}, {'encoding': 3}, {'errors': 3}):
    tried(io.TextIOWrapper, io.BytesIO(), **arguments)
tried(io.TextIOWrapper, 3)
tried(open, '/tmp/lines', encoding='nope')
tried(open, '/tmp/lines', '')
tried(open, '/tmp/lines', 'rw')
tried(open, -1)
memory = io.StringIO('text')
memory.close()
for method in (memory.read, memory.flush, memory.__enter__, memory.readlines):
    tried(method)
tried(memory.writelines, [])
reader = open('/tmp/lines', 'rb')
tried(reader.readline, 'x')
reader.close()
tried(reader.peek)
