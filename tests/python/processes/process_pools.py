import asyncio
import os
from concurrent.futures import ProcessPoolExecutor, as_completed, process, wait


def fail():
    raise KeyError("no")


def die():
    os._exit(1)


def set_base(value):
    global base
    base = value


def based(x):
    return base + x


class Picky(Exception):
    def __init__(self, words, number):
        super().__init__(words, number)


def picky():
    raise Picky("a", 1)


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, pow, 2, n) for n in range(5))))
        try:
            await loop.run_in_executor(pool, fail)
        except KeyError as exc:
            print("KeyError", exc, type(exc.__cause__).__name__)
            print(str(exc.__cause__).splitlines()[-2])


if __name__ == "__main__":
    asyncio.run(main())
    with ProcessPoolExecutor(3) as pool:
        print(list(pool.map(pow, [2, 3, 4], [5, 6, 7])))
        print(list(pool.map(abs, range(-5, 0), chunksize=2)))
        futures = [pool.submit(pow, 2, n) for n in range(5)]
        print(sorted(f.result() for f in as_completed(futures)))
        print(len(wait(futures).done))
        try:
            pool.submit(lambda: 1).result()
        except Exception as exc:
            print(type(exc).__name__, str(exc)[:20])
        try:
            pool.submit(picky).result()
        except Picky as exc:
            print("Picky", exc.args)
        try:
            pool.submit(die).result()
        except process.BrokenProcessPool as exc:
            print(type(exc).__name__, exc)
        try:
            pool.submit(pow, 1, 1)
        except process.BrokenProcessPool as exc:
            print(type(exc).__name__, exc)
    pool = ProcessPoolExecutor(1, initializer=set_base, initargs=(7,))
    print(pool.submit(based, 1).result())
    pool.shutdown()
    try:
        pool.submit(based, 1)
    except RuntimeError as exc:
        print(exc)
    try:
        ProcessPoolExecutor(0)
    except ValueError as exc:
        print(exc)
