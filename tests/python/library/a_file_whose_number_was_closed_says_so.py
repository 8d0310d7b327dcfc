"""os.close() of a file's number: the file fails when it is used, closed, or dropped."""
import os

with open('/tmp/notes', 'w') as file:
    file.write('one\ntwo\n')


def dropped(mode, **options):
    file = open('/tmp/notes', mode, **options)
    if 'w' in mode:
        file.write('kept back' if 'b' not in mode else b'kept back')
    os.close(file.fileno())


print('dropped', flush=True)
dropped('r')
dropped('rb')
dropped('rb', buffering=0)
dropped('w')
dropped('ab')

for mode, use in (('r', lambda f: f.read()), ('rb', lambda f: f.read()), ('rb', lambda f: f.seek(1)), ('a', lambda f: f.flush()),
                  ('r', lambda f: f.readline()), ('wb', lambda f: f.write(b'x'))):
    file = open('/tmp/notes', mode, **({'buffering': 0} if 'b' in mode else {}))
    if mode == 'a':
        file.write('more')
    os.close(file.fileno())
    try:
        print(mode, use(file))
    except OSError as error:
        print(mode, error)
    try:
        file.close()
    except OSError as error:
        print('close', error)
    print(file.closed)

reader, writer = os.pipe()
file = os.fdopen(writer, 'w')
os.close(writer)
try:
    file.close()
except OSError as error:
    print('pipe', error)
os.close(reader)
