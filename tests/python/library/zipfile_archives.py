"""Archives are written, read, added to and extracted; what they refuse."""
import zipfile, io, os
def t(f):
    try: print(repr(f())[:200])
    except BaseException as e: print(type(e).__name__, e)
os.makedirs('/tmp/loopscope_zz/sub', exist_ok=True)
open('/tmp/loopscope_zz/a.txt', 'w').write('alpha\n' * 100); open('/tmp/loopscope_zz/sub/b.txt', 'w').write('beta')
with zipfile.ZipFile('/tmp/loopscope_x.zip', 'w', zipfile.ZIP_DEFLATED) as z:
    z.write('/tmp/loopscope_zz/a.txt', 'a.txt'); z.write('/tmp/loopscope_zz/sub/b.txt'); z.writestr('c/名.txt', '内容'); z.writestr('raw.bin', b'\0\1\2', zipfile.ZIP_STORED)
    t(lambda: z.namelist()); t(lambda: z.read('a.txt')[:5]); t(lambda: z)
print(zipfile.is_zipfile('/tmp/loopscope_x.zip'), zipfile.is_zipfile('/tmp/loopscope_zz/a.txt'), zipfile.is_zipfile('/none'))
with zipfile.ZipFile('/tmp/loopscope_x.zip') as z:
    for i in z.infolist(): print(i.filename, i.file_size, i.compress_type, i.is_dir(), i.CRC)
    print(z.read('c/名.txt').decode(), z.testzip(), z.getinfo('raw.bin').compress_size)
    with z.open('a.txt') as f: print(f.readline(), f.read(3), f.name)
    print(z.extract('raw.bin', '/tmp/loopscope_out')); z.extractall('/tmp/loopscope_out'); print(sorted(os.listdir('/tmp/loopscope_out')))
    t(lambda: z.getinfo('nope')); t(lambda: z.read('nope')); t(lambda: z.writestr('x', 'y')); t(lambda: z.write('/tmp/loopscope_zz/a.txt'))
    t(lambda: z.open('a.txt', 'x'))
t(lambda: z.read('a.txt')); t(lambda: z); t(lambda: zipfile.ZipFile('/tmp/loopscope_zz/a.txt')); t(lambda: zipfile.ZipFile('/none.zip')); t(lambda: zipfile.ZipFile('/tmp/loopscope_x.zip', 'q')); t(lambda: zipfile.ZipFile('/tmp/loopscope_x.zip', compression=99))
with zipfile.ZipFile('/tmp/loopscope_x.zip', 'a') as z: z.writestr('later.txt', 'more'); z.comment = b'hi'
z = zipfile.ZipFile('/tmp/loopscope_x.zip'); print(z.namelist(), z.comment); z.close()
b = io.BytesIO()
with zipfile.ZipFile(b, 'w') as z:
    with z.open('w.txt', 'w') as f: f.write(b'written '); f.write(b'twice')
    i = zipfile.ZipInfo('d.txt', (2024, 5, 6, 7, 8, 10)); z.writestr(i, 'dated'); print(i)
    z.mkdir('folder'); t(lambda: z.writestr('d.txt', 'again'))
with zipfile.ZipFile(io.BytesIO(b.getvalue())) as z: print(z.namelist(), z.read('w.txt'), z.getinfo('d.txt').date_time); print(z.getinfo('d.txt')); print(z.infolist()[2])
with zipfile.ZipFile(b) as z:
    for i in z.infolist(): i.date_time = (2020, 1, 2, 3, 4, 6)
    z.printdir()
t(lambda: zipfile.ZipInfo('x', (1970, 1, 1, 0, 0, 0))); t(lambda: zipfile.ZipFile(io.BytesIO(b'junk')))
