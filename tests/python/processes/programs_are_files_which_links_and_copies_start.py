"""Programs are files: of /usr/bin, to which /bin leads; a link to one of them, or a copy, starts it."""
import os
import shutil
import subprocess
import sys
from pathlib import Path
print(os.path.exists(sys.executable), os.access(sys.executable, os.X_OK), os.path.isfile(sys.executable))
for path in '/bin/sh', '/bin/ls', '/usr/bin/env', '/usr/bin/ls', '/bin', '/usr/bin/no-such':
    p = Path(path)
    print(path, p.exists(), p.is_file(), p.is_dir(), os.access(path, os.X_OK), p.exists() and p.stat().st_size > 0)
print({'ls', 'cat', 'sh', 'sleep', 'python3'} <= set(os.listdir('/usr/bin')), 'ls' in os.listdir('/bin'))
print(os.path.islink('/bin'), os.readlink('/bin'), os.path.realpath('/bin/cat'))
print(oct(os.stat('/usr/bin/ls').st_mode), open('/bin/ls', 'rb').read(4))
print(shutil.which('ls'), shutil.which('ls', path='/bin'), shutil.which('no-such'))
os.chdir(os.path.realpath('/tmp'))
for name in 'say', 'said':
    if os.path.lexists(name):
        os.unlink(name)
os.symlink('/bin/echo', 'say')
print(subprocess.run(['./say', 'by a link'], capture_output=True, text=True).stdout, end='')
shutil.copy('/bin/echo', 'said')
print(subprocess.run(['/tmp/said', 'by a copy'], capture_output=True, text=True).stdout, end='')
print(subprocess.run('test -x /bin/cat && echo there; ls /usr/bin | grep -cx cat; [ -e /bin/nothing ] || echo missing',
                     shell=True, capture_output=True, text=True).stdout, end='')
os.unlink('say')
os.unlink('said')
