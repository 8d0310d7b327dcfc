"""UTF-16 and UTF-32; the order in which wrong arguments are found; sets that take from other iterables."""
import collections
import os
import tempfile


def show(name, thunk):
    try:
        print(name, repr(thunk()))
    except Exception as e:
        print(name, type(e).__name__, e)


for name in 'utf-16', 'UTF_16LE', 'utf-16-be', 'utf32', 'utf-32-le', 'utf-32-be', 'utf-8-sig', 'utf-99':
    show(name, lambda: 'aé日😀'.encode(name))
    show(name, lambda: 'aé日😀'.encode(name).decode(name))
    show(name, lambda: '\ud800x'.encode(name))
    show(name, lambda: '\ud800x'.encode(name, 'replace'))
    show(name, lambda: b'\xff\xfe\x00'.decode(name))
    show(name, lambda: b'\x00\xdc\x00\x00'.decode(name))
    show(name, lambda: b'\x00\xdc\x00\x00'.decode(name, 'ignore'))
path = os.path.join(tempfile.gettempdir(), 'wide.txt')
with open(path, 'w', encoding='utf-16') as file:
    file.write('lines\nof wide text\n')
    file.write('é')
with open(path, encoding='utf-16') as file:
    print(file.readlines())
os.remove(path)
Point = collections.namedtuple('Point', 'a b', defaults=[9])


def plain(a, b=2, /, c=3):
    return a, b, c


for number, call in enumerate((
        lambda: Point(1, 2, 3, key=1), lambda: Point(1, 2, 3), lambda: Point(1, 2, 3, a=1), lambda: plain(1, 2, 3, 4, d=5),
        lambda: plain(1, 2, 3, 4, c=5), lambda: plain(1, 2, 3, 4), lambda: plain(1, a=2), lambda: plain(1, 2, 3, 4, a=5),
        lambda: pow(1, 2, 0.5), lambda: pow(1.5, 2, 2), lambda: pow(2, -1, 4))):
    show(number, call)
print({0, -1}.union(b'a b c'), {0, -1}.union([97, 32, 98]), {0, -1} | set(b'a b c'))
found = {0, -1}
found.update(b'a b c')
print(found, found.union(), found.union([1], 'ab') >= found)
