# Where the program has led sys.stdout and sys.stderr, a forked process writes as well: to a file, to an object, to nothing.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import contextlib
import io
import multiprocessing as mp
import os
import sys


class Marked(io.TextIOBase):
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        return self.stream.write(text.replace("line", "marked"))

    def flush(self):
        self.stream.flush()


def write():
    print("line")
    print("line of an error", file=sys.stderr)


def run():
    process = mp.get_context("fork").Process(target=write)
    process.start()
    process.join()
    return process.exitcode


if __name__ == "__main__":
    with contextlib.redirect_stdout(io.StringIO()) as text, contextlib.redirect_stderr(text):
        run()
    print("nothing of it here:", repr(text.getvalue()), flush=True)
    with open("/tmp/lines", "w") as file, contextlib.redirect_stdout(file), contextlib.redirect_stderr(sys.__stdout__):
        print("first", flush=True)
        run()
        if os.fork() == 0:
            write()
            sys.stdout.flush()
            os._exit(0)
        os.wait()
        print("last")
    with open("/tmp/lines") as file:
        print(file.read(), end="", flush=True)
    sys.stdout, sys.stderr = Marked(sys.stdout), None
    code = run()
    sys.stdout, sys.stderr = None, sys.__stderr__
    run()
    sys.stdout = sys.__stdout__
    print(code)
