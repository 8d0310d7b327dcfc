# recorded by hand: it starts processes
# A process knows its own classes alone: those of another are no subclasses of the built-in ones there.
import multiprocessing
import subprocess
import sys
from typing import TypedDict


class Row(TypedDict):
    x: int


class Own(dict):
    pass


def child(queue):
    class Inner(dict):
        pass

    queue.put([c.__name__ for c in dict.__subclasses__() if c.__module__ == __name__])


if __name__ == "__main__":
    code = """
import collections.abc, typing
print(isinstance({}, collections.abc.MutableMapping), [c for c in dict.__subclasses__() if c.__module__ == "__main__"])
class Here(dict): pass
print([c for c in dict.__subclasses__() if c.__module__ == "__main__"])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr)
    queue = multiprocessing.get_context("fork").Queue()
    process = multiprocessing.get_context("fork").Process(target=child, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
    print([c.__name__ for c in dict.__subclasses__() if c.__module__ == __name__])
