# Who leaves out the guard has the program run again in each spawned process: the report begins with that one's command.
import os
import re
import subprocess
import sys
import tempfile

PROGRAM = """
import multiprocessing

multiprocessing.set_start_method("spawn", force=True)
if __name__ == "__main__":
    def work(n):
        print("never", n)

    processes = [multiprocessing.Process(target=len, args=("abc",)) for n in range(4)]
    for process in processes:
        process.start()
        process.join()
        print("exit code", process.exitcode, flush=True)
else:
    1 / 0
"""

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "program.py")
    with open(path, "w") as file:
        file.write(PROGRAM)
    done = subprocess.run([sys.executable, path], capture_output=True, text=True)
print(done.stdout)
print(re.sub(r'"[^"]*/(multiprocessing/\w+\.py|program\.py)"', r'"\1"', done.stderr))
