"""A process that is killed has not ended yet when the one that kills it asks at once."""
import multiprocessing
import subprocess
import time


def sleeps():
    time.sleep(5)


child = subprocess.Popen(["sleep", "5"])
child.kill()
print(child.poll(), child.poll(), child.wait())

process = multiprocessing.get_context("fork").Process(target=sleeps)
process.start()
time.sleep(0.1)
process.kill()
print(process.is_alive(), process.exitcode)
process.join()
print(process.is_alive(), process.exitcode)
