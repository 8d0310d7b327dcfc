# recorded by hand: it starts processes
import multiprocessing
import random
import subprocess
import sys
import uuid


def drawn(k):
    random.seed()
    return random.random()


def first(k):
    return random.random()


def fresh():
    random.seed()
    seeded = random.random()
    random.seed(None)
    return seeded, random.random(), random.Random().random(), random.Random(None).random()


if __name__ == "__main__":
    print("seeds of the system:", len({*fresh(), *fresh()}))
    for method in ("fork", "spawn"):
        context = multiprocessing.get_context(method)
        numbers = []
        for function in (drawn, first):
            for k in range(3):
                with context.Pool(1) as pool:
                    numbers.append(pool.apply(function, (k,)))
        print(method, len(set(numbers)))
    code = "import random, uuid; print(random.random(), uuid.uuid4())"
    said = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout for _ in range(3)}
    print("programs:", len(said), str(uuid.uuid4()) in "".join(said))
    random.seed(1)
    print(random.random())
