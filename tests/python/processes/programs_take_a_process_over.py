# recorded by hand: the judge does not follow the clock of programs
# A process becomes another program, with what it has under 0, 1 and 2; the same in programs that start some.
import os
import subprocess
import sys


def shown(code, *args):
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, cwd="/tmp")
    print(done.returncode, done.stdout.splitlines(), done.stderr.splitlines()[-1:])


PIPELINE = """
import os

def started(words, reader=None, writer=None):
    pid = os.fork()
    if pid:
        return pid
    for end, number in (reader, 0), (writer, 1):
        if end is not None:
            os.dup2(end, number)
            os.close(end)
    try:
        os.execvp(words[0], words)
    except FileNotFoundError:
        os.write(2, f"{words[0]}: not found\\n".encode())
        os._exit(127)

def ended(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

def joined(*commands):
    reader, pids = None, []
    for command in commands:
        ends = os.pipe() if command is not commands[-1] else (None, None)
        pids.append(started(command, reader, ends[1]))
        for end in reader, ends[1]:
            if end is not None:
                os.close(end)
        reader = ends[0]
    print([ended(pid) for pid in pids], flush=True)

joined(["printf", "b\\\\nc\\\\na\\\\n"], ["sort"], ["head", "-n", "2"])
joined(["echo", "a word"], ["tr", "a-z", "A-Z"], ["cat"])
joined(["no_such_program"])
file = os.open("words.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
print(ended(started(["echo", "into a file"], None, file)))
os.close(file)
print(repr(open("words.txt").read()), flush=True)
file = os.open("words.txt", os.O_RDONLY)
print(ended(started(["cat"], file)))
"""
shown(PIPELINE)

LED_AWAY = """
import os, sys
kept = os.dup(1)
file = os.open("log.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
print(os.dup2(file, 1), end=" ")
os.close(file)
print("printed", flush=True)
os.write(1, b"written\\n")
os.system("echo by the shell")
os.write(kept, b"kept\\n")
os.dup2(kept, 1)
os.close(kept)
print(open("log.txt").read().split("\\n"))
os.dup2(1, 2)
sys.stderr.write("to the output\\n")
"""
shown(LED_AWAY)

AS_ANOTHER = """
import os, signal, sys, time
pid = os.fork()
if not pid:
    os.execle("/bin/sh", "sh", "-c", 'echo "$WORD"; kill -TERM $$', {"WORD": "of its environment"})
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
pid = os.fork()
if not pid:
    os.execlp("sleep", "sleep", "60")
time.sleep(0.5)
os.kill(pid, signal.SIGINT)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
os.execv(sys.executable, [sys.executable, "-c", "import os, sys; print(os.getpid() == int(sys.argv[1])); sys.exit(7)",
                          str(os.getpid())])
"""
shown(AS_ANOTHER)

STARTED = """
import os
print(os.spawnlp(os.P_WAIT, "echo", "echo", "spawned"), os.spawnv(os.P_WAIT, "/bin/false", ["false"]),
      os.spawnvp(os.P_WAIT, "no_such_program", ["no"]), flush=True)
pid = os.spawnlp(os.P_NOWAIT, "true", "true")
print(os.waitpid(pid, 0)[1], flush=True)
pid = os.posix_spawn("/bin/echo", ["echo", "posix"], {})
print(os.waitpid(pid, 0)[1], flush=True)
pid = os.posix_spawnp("sh", ["sh", "-c", "echo $X; exit 3"], {"X": "to a file"}, file_actions=[
    (os.POSIX_SPAWN_OPEN, 1, "spawned.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)])
print(os.waitpid(pid, 0)[1] >> 8, open("spawned.txt").read())
"""
shown(STARTED)


def refused(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


refused(os.execv, "/no/such/program", ["no"])
refused(os.execvp, "no_such_program", ["no"])
refused(os.execvp, "./no_such_program", ["no"])
refused(os.execv, "/tmp", ["no"])
refused(os.execve, "/no/such/program", ["no"], {})
refused(os.execv, "/bin/ls", [])
refused(os.execv, "/bin/ls", [""])
refused(os.execv, "/bin/ls", "ls")
refused(os.execve, "/bin/ls", ["ls"], 5)
refused(os.posix_spawn, "/no/such/program", ["no"], {})
refused(os.posix_spawnp, "no_such_program", ["no"], {})
refused(os.spawnv, os.P_WAIT, "ls", [])
refused(os.dup, 99)
refused(os.dup2, 99, 1)
refused(os.dup2, 1, -1)

file = os.open("/tmp/dup.txt", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
os.write(file, b"one place in it")
other = os.dup(file)
os.lseek(other, 0, os.SEEK_SET)
print(os.read(file, 3), os.read(other, 6))
os.close(file)
print(os.read(other, 3), os.dup2(other, 20), os.read(20, 9))
os.close(other)
os.close(20)
reader, writer = os.pipe()
twin = os.dup(writer)
os.close(writer)
os.write(twin, b"still open")
os.close(twin)
print(os.read(reader, 100), os.read(reader, 100))
