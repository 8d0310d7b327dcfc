"""Numbers of devices, times of files and words of errors at the ends of what they take."""
import fcntl
import mmap
import ntpath
import os
import posixpath
import re
import subprocess
import xml.etree.ElementTree as ET


def tell(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


for number in -1, -2, 1 << 63, (1 << 64) - 1, 1 << 64, 0x123456789abc, 'a', 1.5, True:
    tell(lambda: os.major(number))
    tell(lambda: os.minor(number))
for pair in (-1, 1), (1, -1), (-1, -1), (1 << 32, 1), (1, 1 << 32), ((1 << 32) - 1, 1), (5, (1 << 32) - 1), (-2, 1), (1, 1.5), (1 << 64, 1):
    tell(lambda: os.makedev(*pair))
open('f', 'w').close()
for time in (float('inf'), 1), (-float('inf'), 1), (1e300, 1), (1, float('nan')), (1 << 70, 1), ('a', 1), (9.3e18, 1):
    tell(lambda: os.utime('f', time))
for times in (2.3, 4.7), (-1.5, -2.3), (0.1, 1e9 + 0.123456789), (3, True):
    os.utime('f', times)
    print(os.stat('f').st_atime_ns, os.stat('f').st_mtime_ns)
with open('f') as f:
    tell(lambda: fcntl.fcntl(f, 1, b'a' * 1025))
    tell(lambda: fcntl.fcntl(f, 1, 'a' * 1025))
m = mmap.mmap(-1, 4096)
tell(lambda: m.madvise(mmap.MADV_NORMAL, 0, 1 << 63))
tell(lambda: m.madvise(mmap.MADV_NORMAL, 1 << 63))
tell(lambda: m.madvise(mmap.MADV_NORMAL, 1, (1 << 63) - 1))
tell(lambda: m.resize(1 << 63))
tell(lambda: m.flush(1 << 64))
tell(lambda: m.move(1 << 63, 0, 1))
m.close()
for given in dict(user=1 << 40), dict(group=1 << 33), dict(user=-1), dict(group=-1), dict(user=1 << 32), dict(user=1 << 70), dict(
        group=1 << 64), dict(extra_groups=[1 << 40]), dict(extra_groups=[-1]), dict(user=(1 << 63)), dict(group=(1 << 63)), dict(user=(1 << 32) - 1):
    tell(lambda: subprocess.run(['true'], **given).returncode)
for call in (lambda: re.compile('a').findall('aa', 0, None), lambda: re.compile('a').search('aa', 0, None),
             lambda: re.compile('a').match('aa', None), lambda: re.compile('a').finditer('aa', 0, None),
             lambda: re.compile('a').fullmatch('aa', 0, 1.5), lambda: re.compile('a').findall('aa', endpos=1),
             lambda: re.compile('a').scanner('aa', 0, None)):
    tell(call)
for path in ntpath, posixpath:
    for paths in [b'a', 'b'], ['a', b'b'], ['abc', 'abd'], [b'abc', b'abd'], [[1, 2], [1, 3]], [], ['a', 3]:
        tell(lambda: path.commonprefix(paths))
e = ET.Element('a')
for index in slice(0, 1), slice(None):
    tell(lambda: e.__setitem__(index, 3))
    tell(lambda: e.__setitem__(index, [3]))
    tell(lambda: e.__setitem__(index, None))
tell(lambda: e.__setitem__(slice(0, 1), (ET.Element(name) for name in 'bc')))
print(ET.tostring(e))
