# recorded by hand: the judge's processes are within its own, which ends with the program
import os
import subprocess
import sys
import time

subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3); print('a started program ends')"])
program = os.getpid()
if os.fork() == 0:
    print("a child:", os.getppid() == program, flush=True)
    time.sleep(1)
    print("it is the system's now:", os.getppid() == 1, flush=True)
    try:
        os.kill(program, 0)
    except ProcessLookupError as error:
        print(error, flush=True)
    time.sleep(1)
    print("the child ends", flush=True)
    sys.exit(7)

reader, writer = os.pipe()
if os.fork() == 0:
    # What waits for nothing that could come does not hold the run up.
    os.read(reader, 1)

time.sleep(0.5)
print("the program ends", flush=True)
os._exit(3)
