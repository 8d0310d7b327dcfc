# recorded by hand: in the oracle a thread cannot kill what another waits for.
"""Who waits for a process, what a pipe's writer holds back, and what it does when nobody reads."""
import subprocess, sys, threading, time, io
from unittest import mock
proc = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(12)'])
seen = []
def killer():
    seen.append(('polled', proc.poll()))
    proc.kill()
    proc.wait()
    seen.append(('waited', proc.returncode))
    proc.wait()
    seen.append(('again', proc.returncode))
timer = threading.Timer(0.2, killer); timer.start()
print('main', proc.wait(timeout=20)); timer.join(); print(seen, proc.returncode)
proc = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(12)'])
timer = threading.Timer(0.2, lambda: (proc.kill(), proc.wait())); timer.start()
print('main', proc.wait()); timer.join()
# what waits in the buffer is lost when it is closed
with_pipe = subprocess.Popen([sys.executable, '-c', 'pass'], stdin=subprocess.PIPE, bufsize=1 << 20)
with_pipe.__enter__()
print(with_pipe.stdin.write(b'x' * 500000))
time.sleep(1)
try: with_pipe.__exit__(None, None, None)
except BrokenPipeError as e: print('exit', e)
print(with_pipe.returncode, with_pipe.stdin.closed)
p = subprocess.Popen(['true'], stdin=subprocess.PIPE)
p.wait()
p.stdin.write(b'small')
for _ in range(2):
    try: p.stdin.flush()
    except BrokenPipeError as e: print('flush', e)
try: p.stdin.close()
except BrokenPipeError as e: print('close', e)
print(p.stdin.closed)
p = subprocess.Popen(['true'], stdin=subprocess.PIPE)
p.wait()
try: p.stdin.write(b'large' * 5000)
except BrokenPipeError as e: print('write', e)
p.stdin.close()
p = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=100)
p.stdin.write(b'a' * 99); p.stdin.write(b'b' * 50); 
time.sleep(.1)
print(p.stdout.read1())
p.stdin.write(b'c'*300)
print(p.stdout.read(350))
p.stdin.close(); print(p.stdout.read(), p.wait()); p.stdout.close()
p = subprocess.Popen(['true'])
with p, mock.patch.object(p, 'stdin') as given:
    given.write.side_effect = BrokenPipeError
    print(p.communicate(b'stuff'))
    print(given.write.call_args, given.close.call_args)
p = subprocess.Popen(['echo','x'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
with p, mock.patch.object(p, 'stdin') as given:
    given.close.side_effect = BrokenPipeError
    print(p.communicate(timeout=99), given.close.call_args_list)
