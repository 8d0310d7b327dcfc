# recorded by hand: CPython with psutil 7.2.2
"""What `wait` gives is a member of an enum where a signal ended the process, and a number elsewhere."""
import signal
import subprocess
import sys

import psutil

SLEEPS = [sys.executable, '-c', 'import time; time.sleep(5)']
started = psutil.Popen(SLEEPS)
started.terminate()
status = started.wait()
print(repr(status), str(status), f'{status}', status == -15, status == -signal.SIGTERM, isinstance(status, int), started.returncode)
print(type(status), type(status).__module__, type(status).__mro__[1:3], status.name, status.value, list(type(status))[:3])

child = psutil.Process(subprocess.Popen(SLEEPS).pid)
child.kill()
print(repr(child.wait()), repr(child.wait()))
child = psutil.Process(subprocess.Popen([sys.executable, '-c', 'import sys; sys.exit(3)']).pid)
print(repr(child.wait()))
child = psutil.Process(subprocess.Popen(SLEEPS).pid)
child.send_signal(signal.SIGTERM)
gone, alive = psutil.wait_procs([child], timeout=3)
print([repr(one.returncode) for one in gone], alive)
started = psutil.Popen([sys.executable, '-c', 'pass'])
print(started.wait(), started.returncode, started.poll())
try:
    psutil.Popen(SLEEPS).wait(timeout=0.1)
except psutil.TimeoutExpired as error:
    print(type(error), error.seconds)
