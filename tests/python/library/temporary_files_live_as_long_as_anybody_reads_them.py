import os
import pathlib
import tempfile
import warnings

folder = tempfile.mkdtemp()


def made():
    file = tempfile.NamedTemporaryFile('w+', dir=folder)
    file.write('one\ntwo\n')
    file.seek(0)
    return file


# A method or an iterator keeps the file; the last one takes it along.
print([line for line in made()], os.listdir(folder))
write = made().write
print(len(os.listdir(folder)), write('more'), write.__name__)
del write
print(os.listdir(folder))

file = tempfile.NamedTemporaryFile(dir=folder, delete_on_close=False)
file.close()
print(os.path.exists(file.name))
del file
print(os.listdir(folder))

# What cannot be opened leaves nothing behind.
for how in ({'mode': 'wr'}, {'mode': 'w', 'encoding': 'no-such'}):
    try:
        tempfile.NamedTemporaryFile(dir=folder, **how)
    except (ValueError, LookupError) as error:
        print(type(error).__name__, error, os.listdir(folder))

for how in ({'dir': folder.encode()}, {'suffix': b'x'}, {'prefix': b'p'}, {'dir': pathlib.Path(folder)}):
    path = tempfile.mkdtemp(**how)
    print(type(path).__name__)
    os.rmdir(path)
try:
    tempfile.mkstemp(prefix=b'a', suffix='b')
except TypeError as error:
    print(error)
print(tempfile.gettempprefix(), tempfile.gettempprefixb(), tempfile.gettempdirb(), tempfile.TMP_MAX)
print(tempfile.TemporaryDirectory[str], tempfile.SpooledTemporaryFile[bytes])

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    kept = tempfile.TemporaryDirectory(dir=folder)
    del kept
    print(os.listdir(folder), str(told[0].message).startswith("Implicitly cleaning up <TemporaryDirectory '"))
    spooled = tempfile.SpooledTemporaryFile(mode='w+', errors='ignore')
    print(spooled.errors, spooled.name, spooled.mode)
    del spooled
    print(told[1].category.__name__, str(told[1].message)[:13])

again = tempfile.TemporaryDirectory(dir=folder)
again.cleanup()
again.cleanup()
os.mkdir(again.name)
again.cleanup()
print(os.listdir(folder))
left = tempfile.TemporaryDirectory(dir=folder, delete=False)
with left:
    pass
print(len(os.listdir(folder)))
left.cleanup()
print(os.listdir(folder))
