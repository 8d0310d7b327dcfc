# recorded by hand: a virtual clock of one process does not see what its forked children do
import os
import sys


def run(child):
    pid = os.fork()
    if pid == 0:
        try:
            child()
        finally:
            os._exit(9)
    print(os.waitpid(pid, 0)[1])


def to_a_file():
    os.close(1)
    sys.stdout = open('/tmp/outputs', 'w')
    os.write(2, b'%d\n' % sys.stdout.fileno())
    os.set_inheritable(1, True)
    os.execvp('echo', ['echo', 'into the file'])


def from_a_file():
    os.close(0)
    number = os.open('/tmp/outputs', os.O_RDONLY)
    os.write(2, b'%d\n' % number)
    os.set_inheritable(number, True)
    os.execvp('wc', ['wc', '-c'])


def to_a_pipe():
    os.close(1)
    os.write(2, b'%d\n' % os.dup(writer))
    os.set_inheritable(1, True)
    os.close(reader)
    os.close(writer)
    os.execvp('echo', ['echo', 'into the pipe'])


def closed_twice():
    os.close(2)
    try:
        os.close(2)
    except OSError as err:
        print(err)
    try:
        os.dup(2)
    except OSError as err:
        print(err)
    sys.stdout.flush()


run(to_a_file)
with open('/tmp/outputs') as file:
    print(file.read())
run(from_a_file)
reader, writer = os.pipe()
run(to_a_pipe)
os.close(writer)
print(os.read(reader, 100))
run(closed_twice)
os.remove('/tmp/outputs')
