"""Where tarfile warns, what it refuses to read, streams that only go forward, and members that cannot be extracted."""
import io
import os
import tarfile
import tempfile
import warnings
def t(label, f):
    try: print(label, '=', f())
    except BaseException as e: print(label, '!', type(e).__name__, e)
os.chdir(tempfile.mkdtemp())
open('file.txt','w').write('hello\n' * 200)
os.mkdir('folder'); open('folder/inner','w').write('x')
with tarfile.open('a.tar.gz','w:gz') as tar:
    tar.add('file.txt'); tar.add('folder')
def inner():
    with tarfile.open('a.tar.gz') as tar:
        tar.extractall('out')
        tar.extract('file.txt','out2')
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    inner()
print([(each.lineno, each.category.__name__) for each in told])
with tarfile.open('b.tar','w') as tar:
    i = tarfile.TarInfo('n\udcffé'); i.size = 0; tar.addfile(i)
    i = tarfile.TarInfo('zwei'); i.size = 3; tar.addfile(i, io.BytesIO(b'abc'))
with tarfile.open('b.tar', encoding='utf-8') as tar: tar.list(verbose=False)
data = open('b.tar','rb').read()
def opened(data, mode='r'):
    with tarfile.open(fileobj=io.BytesIO(data), mode=mode) as tar: return tar.getnames()
t('empty', lambda: opened(b'')); t('short', lambda: opened(b'x'*100)); t('zeros', lambda: opened(bytes(10240))); t('garbage', lambda: opened(b'x'*1024))
t('cut', lambda: opened(data[:1100])); t('second bad', lambda: opened(data[:512]+b'y'*512))
for bad in (b'0 hdr\n', b'1 xx\n', b'0 foo=bar\n', b'12 fooi=bar\n', b'foo=bar\n', b'1foo=bar\n', b'3 foo=bar\n', b'=fo\n', b'12=fooo=bar\n', b'-1 foo=bar\n', b'08 a=b\n\n', b'6 a=b\n'):
    h = tarfile.TarInfo('paxhdr'); h.type = tarfile.XHDTYPE; h.size = len(bad)
    b = h.tobuf(tarfile.USTAR_FORMAT) + bad.ljust(512, b'\0') + tarfile.TarInfo('after').tobuf(tarfile.USTAR_FORMAT) + bytes(1024)
    t(bad, lambda: opened(b))
def stream():
    with tarfile.open('a.tar.gz','r|gz') as tar:
        members = [m for m in tar]
        return tar.extractfile(members[0]).read()
t('stream', stream)
def stream2():
    with tarfile.open('a.tar.gz','r|gz') as tar:
        return [(m.name, tar.extractfile(m).read(5) if m.isreg() else None) for m in tar]
t('stream2', stream2)
def stream3():
    with tarfile.open('a.tar.gz','r|gz') as tar: tar.getnames(); tar.extractall('out3', filter='data')
t('stream3', stream3)
raw = open('a.tar.gz','rb').read()
t('gz cut', lambda: opened(raw[:60])); 
t('xz', lambda: opened(raw,'r:xz')); t('bz2', lambda: opened(raw,'r:bz2')); t('plain', lambda: opened(raw,'r:')); t('gz', lambda: opened(data,'r:gz')); t('mode', lambda: opened(data,'q')); t('mode', lambda: opened(data,'r:zip')); t('mode', lambda: opened(data,'r|zip'))
with tarfile.open('c.tar','w') as tar:
    i = tarfile.TarInfo('hard'); i.type = tarfile.LNKTYPE; i.linkname = '/abs/target'; tar.addfile(i)
    i = tarfile.TarInfo('../up'); tar.addfile(i)
    i = tarfile.TarInfo('pipe'); i.type = tarfile.FIFOTYPE; tar.addfile(i)
for kind in ('fully_trusted','tar','data', 'nosuch'):
    for level in (0,1,2):
        def f():
            with tarfile.open('c.tar', errorlevel=level) as tar: tar.extractall('deep/er', filter=kind); return sorted(os.listdir('deep/er'))
        t((kind, level), f)
t('num', lambda: tarfile.PAX_NUMBER_FIELDS)
t('fileno', lambda: tarfile.open('b.tar').extractfile('zwei').fileno())
f = tarfile.open('b.tar').extractfile('zwei'); print(f.name, f.mode if hasattr(f,'mode') else None, f.readable(), f.writable(), f.seekable())
