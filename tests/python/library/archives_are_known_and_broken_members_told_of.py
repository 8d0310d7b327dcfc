# An archive is known wherever its stream stands; whoever reads a broken member to its end is told, and one that is written is no file to read.
import io
import zipfile

b = io.BytesIO()
with zipfile.ZipFile(b,'w') as z:
    z.writestr('a.txt','hello'*10)
    with z.open('b','w') as f: print(f.readable(), f.writable(), f.seekable(), f.name, f.mode) 
print(zipfile.is_zipfile(b), zipfile.is_zipfile(io.BytesIO(b'xx')))
data=bytearray(b.getvalue()); data[40]^=1
try:
    z=zipfile.ZipFile(io.BytesIO(data)); print(z.testzip()); z.read('a.txt')
except Exception as e: print(type(e).__name__, e)
with z.open('a.txt') as f:
    try:
        print(f.read(10)); f.read()
    except Exception as e: print(type(e).__name__, e)
try: zipfile.ZipFile(io.BytesIO(b.getvalue()[:60])).read('a.txt')
except Exception as e: print(type(e).__name__, e)
zi=zipfile.ZipInfo('x'); print(zi.create_version, zi.extract_version, zi.date_time, zi.external_attr, zi.create_system, zi)
