"""A text that is given where bytes belong, and files that are not there: the frames are CPython's."""
import base64
import gzip
import os
import shutil
import socket
import subprocess
import timeit
import traceback
import weakref
import zipfile


class Thing:
    name = 'thing'


thing = Thing()
proxy = weakref.proxy(thing)
del thing
one, other = socket.socketpair()
for refused in (
    lambda: one.send('text'), lambda: one.sendall('text'), lambda: proxy.name, lambda: base64.b64encode('text'),
    lambda: base64.standard_b64encode('text'), lambda: base64.urlsafe_b64encode('text'),
    lambda: base64.b16encode('text'), lambda: base64.b32encode('text'), lambda: base64.encodebytes('text'),
    lambda: base64.b64decode(5), lambda: base64.b32decode('a'), lambda: base64.b16decode('zz'),
    lambda: gzip.open('/tmp/nothing.gz'), lambda: gzip.GzipFile('/tmp/nothing.gz'), lambda: gzip.compress('text'),
    lambda: gzip.open('/tmp/some.gz', 'wb').write('text'),
    lambda: zipfile.ZipFile('/tmp/nothing.zip'), lambda: zipfile.ZipFile('/tmp/some.gz'),
    lambda: os.path.getsize('/tmp/nothing'), lambda: os.path.getmtime('/tmp/nothing'),
    lambda: os.path.samefile('/tmp/nothing', '/tmp'), lambda: os.path.relpath(''), lambda: os.path.commonpath([]),
    lambda: os.popen(5), lambda: shutil.copystat('/tmp/nothing', '/tmp'),
    lambda: subprocess.run(['cat'], input='text'), lambda: subprocess.run(['cat'], input='text', capture_output=True),
    lambda: subprocess.run(['cat'], input=b'bytes', text=True, capture_output=True),
    lambda: subprocess.run(['ls'], stdout=-1, capture_output=True), lambda: subprocess.run(['ls'], stdin=-1, input=b''),
    lambda: timeit.timeit('print 1'), lambda: timeit.timeit(5), lambda: timeit.repeat('1/0', number=1, repeat=1),
    lambda: timeit.Timer('x = 1', "print 'setup'"),
):
    try:
        refused()
    except Exception:
        traceback.print_exc()
