# With preexec_fn Popen waits for the function, but not for the program: what the program does comes after it.
import os
import subprocess
import sys
import tempfile


def note(word):
    with open(log, 'a') as file:
        file.write(word + '\n')


def prepare():
    note('before')


log = os.path.join(tempfile.mkdtemp(), 'log')
for function in prepare, os.setsid, None:
    child = subprocess.Popen([sys.executable, '-c', f'open({log!r}, "a").write("child\\n")'], preexec_fn=function)
    note('parent')
    print(function is os.setsid and os.getsid(child.pid) == child.pid, child.wait())
for program in 'no-such-program', '/tmp':
    try:
        subprocess.Popen([program], preexec_fn=prepare)
    except OSError as error:
        print(error)
print(open(log).read().split())
