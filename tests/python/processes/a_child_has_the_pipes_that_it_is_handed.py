import asyncio
import os
import subprocess
import sys
import warnings

WRITES = 'import os, sys; fd = int(sys.argv[1]); os.write(fd, b"data"); os.close(fd)'


def python(text, *args, **options):
    return subprocess.Popen([sys.executable, '-c', text, *map(str, args)], **options)


# A child writes.
r, w = os.pipe()
child = python(WRITES, w, pass_fds=(w,))
os.close(w)
print(os.read(r, 10), os.read(r, 10), child.wait())
os.close(r)

# A child reads; 0 to 2 it has anyway.
r, w = os.pipe()
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    child = python('import os, sys; fd = int(sys.argv[1]); print(os.read(fd, 9), os.read(fd, 9))', r,
                   pass_fds=[r, 0, 1], close_fds=False, stdout=subprocess.PIPE)
print(told[0].category.__name__, told[0].message)
os.close(r)
os.write(w, b'down')
os.close(w)
print(child.communicate()[0])

# Others are not there.
r, w = os.pipe()
child = python(WRITES, w, pass_fds=(r,), stderr=subprocess.PIPE)
print(child.communicate()[1].splitlines()[-1])
os.close(w)
print(os.read(r, 1))
os.close(r)


async def main():
    r, w = os.pipe()
    loop, reader = asyncio.get_running_loop(), asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), open(r, 'rb', 0))
    child = await asyncio.create_subprocess_exec(sys.executable, '-c', WRITES, str(w), pass_fds={w})
    print(await child.wait())
    os.close(w)
    print(await reader.read())
    # A loop that is closed has no selector that could be asked.
    r, w = os.pipe()
    reading, _ = await loop.connect_read_pipe(asyncio.Protocol, open(r, 'rb', 0))
    writing, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, open(w, 'wb', 0))
    print(repr(reading).split()[2:], repr(writing).split()[2:])
    return reading, writing


loop = asyncio.new_event_loop()
transports = loop.run_until_complete(main())
loop.close()
print([repr(one).split()[2:] for one in transports])
