# recorded by hand: the oracle's clock does not follow processes
"""Classes with `__slots__` go on working where a process forks: instances made before and after it."""
import dataclasses
import multiprocessing
import os


class Plain:
    __slots__ = ("name", "__weakref__")

    def __init__(self, name):
        self.name = name


@dataclasses.dataclass(slots=True, frozen=True)
class Point:
    x: int
    y: int = 0


class Derived(Plain):
    __slots__ = ("more",)


made = [Plain("a"), Point(1), Derived("b")]


def show(who):
    derived = Derived("d")
    derived.more = [1]
    print(who, [made[0].name, made[1].x, made[2].name], Plain("new").name, Point(2, 3), derived.more, flush=True)
    try:
        made[2].more
    except AttributeError as error:
        print(error, flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    process = multiprocessing.Process(target=show, args=("child",))
    process.start()
    process.join()
    if os.fork() == 0:
        show("forked")
        os._exit(0)
    os.wait()
    show("parent")
