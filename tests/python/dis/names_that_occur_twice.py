# Code of one name and line is told apart; what wraps a function, what a task runs, and a module have code as well.
import asyncio
import dis
import functools
import sys


def nested():
    def nested():
        def nested(): return "innermost"
        return nested
    return nested


def deco(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs): return function(*args, **kwargs)
    return wrapper


@deco
def wrapped(): return 1


class Worker:
    def __init__(self): self.job = lambda: None
    async def go(self): await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(Worker().go())
    dis.dis(task.get_coro())
    await task


dis.dis(nested()())
dis.dis(wrapped)
dis.dis(wrapped.__wrapped__)
asyncio.run(main())
dis.dis(Worker)
first, second = [lambda i=i: i for i in range(2)], [lambda i=i: -i for i in range(2)]
dis.dis(second[1])
dis.dis((n * n for n in range(3)))
with open("/tmp/shown.py", "w") as file:
    file.write("def product(a):\n    return a @ a\n")
sys.path.insert(0, "/tmp")
import shown
dis.dis(shown)
