# A program that os.exec… or os.posix_spawn starts finds the pipes open that are to be inherited.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import os
import sys


def program(number):
    tries = f"try: os.write({number}, b'written')\nexcept OSError as error: print(error, flush=True)"
    return [sys.executable, "-c", f"import os\n{tries}"]


for inherited in (True, False):
    reader, writer = os.pipe()
    os.set_inheritable(writer, inherited)
    if os.fork() == 0:
        os.execv(sys.executable, program(writer))
    os.wait()
    os.close(writer)
    print(os.read(reader, 20), flush=True)
    os.close(reader)
reader, writer = os.pipe()
os.dup2(writer, 9)
os.waitpid(os.posix_spawn(sys.executable, program(9), os.environ), 0)
os.close(writer)
os.close(9)
print(os.read(reader, 20), os.read(reader, 20))
