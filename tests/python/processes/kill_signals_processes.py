import os
import signal
import subprocess

sleeper = subprocess.Popen(["sleep", "60"])
print(subprocess.run(["kill", str(sleeper.pid)]).returncode, sleeper.wait())
sleeper = subprocess.Popen(["sleep", "60"])
os.system(f"kill -s KILL {sleeper.pid}")
print(sleeper.wait())
for command in (
    "kill -9 $$",
    "kill -s INT $$",
    "kill -USR1 $$; echo not reached",
    "sleep 60 & kill -TERM $!; wait; echo over",
    "kill 999999",
    "kill -0 999999 2>/dev/null || echo nobody",
    "kill -0 $$ && echo here",
):
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    print(command, done.returncode, done.stdout, done.stderr)
signal.signal(signal.SIGUSR1, lambda number, frame: print("signalled by a child"))
subprocess.run(["sh", "-c", f"kill -USR1 {os.getpid()}"])
subprocess.run(["kill", "-9", "999999"])
