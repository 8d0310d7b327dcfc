# recorded by hand: the judge cannot stop processes
# A process that a signal has stopped does nothing until another lets it go on; its parent hears of both.
import os
import signal
import subprocess
import sys
import time


def wait(pid, options=0):
    found, status = os.waitpid(pid, options)
    assert found in (0, pid)
    return status


def forked(function):
    pid = os.fork()
    if pid == 0:
        function()
        os._exit(0)
    return pid


reader, writer = os.pipe()


def counts():
    for number in range(3):
        os.write(writer, b"%d" % number)
        time.sleep(1)
    os._exit(5)


pid = forked(counts)
time.sleep(1.5)
os.kill(pid, signal.SIGSTOP)
status = wait(pid, os.WUNTRACED)
print(os.WIFSTOPPED(status), signal.Signals(os.WSTOPSIG(status)).name, os.WIFEXITED(status), os.WIFSIGNALED(status))
print(os.read(reader, 10))
try:
    os.waitstatus_to_exitcode(status)
except ValueError as error:
    print(error)
time.sleep(3)
print(os.waitpid(pid, os.WNOHANG | os.WUNTRACED))
os.kill(pid, signal.SIGCONT)
print(os.WIFCONTINUED(wait(pid, os.WCONTINUED)))
print(os.WEXITSTATUS(wait(pid)), os.read(reader, 10))


def stops_itself():
    os.kill(os.getpid(), signal.SIGSTOP)
    os._exit(6)


pid = forked(stops_itself)
print(os.WSTOPSIG(wait(pid, os.WUNTRACED)))
os.kill(pid, signal.SIGCONT)
print(os.WEXITSTATUS(wait(pid)))

pid = forked(lambda: time.sleep(60))
time.sleep(0.5)
os.kill(pid, signal.SIGTSTP)
time.sleep(0.5)
os.kill(pid, signal.SIGTERM)
time.sleep(0.5)
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, signal.SIGCONT)
print(os.WTERMSIG(wait(pid)))

pid = forked(lambda: time.sleep(60))
time.sleep(0.5)
os.kill(pid, signal.SIGSTOP)
time.sleep(0.5)
os.kill(pid, signal.SIGKILL)
print(os.WTERMSIG(wait(pid)))

process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1)"])
time.sleep(0.5)
process.send_signal(signal.SIGSTOP)
time.sleep(3)
print(process.poll())
process.send_signal(signal.SIGCONT)
print(process.wait())

# What somebody else has waited for ends with nothing known of how.
process = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
print(os.waitpid(process.pid, 0)[1] >> 8, process.wait(), process.poll())
process = subprocess.Popen([sys.executable, "-c", "raise SystemExit(4)"])
print(os.wait()[0] == process.pid, process.poll())
process = subprocess.Popen([sys.executable, "-c", "pass"])
process.wait()
try:
    os.waitpid(process.pid, 0)
except ChildProcessError as error:
    print(error)
for function, args in (os.kill, (os.getpid(), 99)), (os.kill, (os.getpid(), "x")), (signal.signal, ("SIGINT", 0)):
    try:
        function(*args)
    except Exception as error:
        print(type(error).__name__, error)
