# repr of a process: its parent sees the pid, it does not itself.
import multiprocessing
import os
import re


def shown(process):
    return re.sub(r"(pid|parent)=\d+", r"\1=N", repr(process))


def work(queue, other):
    queue.put((shown(multiprocessing.current_process()), shown(other)))


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    first = multiprocessing.Process(target=len, args=("first",), name="first")
    first.start()
    first.join()
    second = multiprocessing.Process(target=work, args=(queue, first), daemon=True)
    print(shown(second))
    second.start()
    print(*queue.get(), sep="\n")
    second.join()
    print(shown(first), shown(second))
    print(multiprocessing.current_process(), multiprocessing.parent_process())
    print(re.sub(r"\d+", "N", repr(first)) == f"<Process name='first' pid=N parent=N stopped exitcode=N>", os.getpid() == second._parent_pid)
