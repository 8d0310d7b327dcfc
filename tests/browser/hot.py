# What programs do all the time, each some thousand times: the functions of the wasm that this calls often are in one of its
# first parts (profile.mjs), since calls between the parts cost more than calls inside of one; and a branch that always goes
# one way here counts for one that always does (www/hints.mjs), so that what is alike occurs alike often: floats and ints,
# items that are read and written, coroutines that wait and that do not.
import asyncio
import math

N = 2000


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def move(self, by=1, *, scale=1):
        self.x += by & 3
        self.y += 1
        self.y *= scale
        return self

    @property
    def size(self):
        return (self.x * self.x + self.y * self.y) ** 0.5


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def squares(n):
    for i in range(n):
        yield i * i


def numbers():
    total, ratio = 0, 1.0
    for i in range(N):
        total += i * i % 7 - (i // 3) ^ (i << 2) & 255
        ratio = ratio * 1.5 / (1.2 + i) + abs(-i)
        if i % 2 == 0 and total >= 0 or not i:
            total -= 1
        ratio += math.sqrt(i) + float(i) // 3
        total |= i & 7 | 1 << 3
        total += i >> 1 ^ 5
    while total > 0:
        total -= N
    return total, ratio


def motion():
    places, speeds = [float(i) for i in range(50)], [0.0] * 50
    heaviest = Point(0.5, -0.5)
    for _ in range(N // 25):
        for i in range(50):
            away = places[i] - heaviest.x
            near = 1.0 / (away * away + 1.0)
            if away < 0.0:
                near = -near
            speeds[i] -= near * 0.01
            places[i] += speeds[i] * 0.1
        heaviest.x += speeds[0]
        heaviest.y -= heaviest.x * 0.5
    steps = [0] * 50
    for i in range(N):
        steps[i % 50] += i
        steps[i % 7] = steps[i % 5] - 3 * i
    turns = 0
    while turns < N:
        turns = turns + 1
        if turns > N or turns == -1:
            break
    return sum(places), max(steps), turns


def containers():
    words, counts = [], {}
    for i in range(N):
        words.append(f"word {i % 50}: {i / 3:.2f}")
    for word in words:
        key = word.split(":")[0].strip().upper()
        counts[key] = counts.get(key, 0) + 1
        if key in counts and len(word) > 3 and word[1:3] == "or":
            counts[key] += 1
    text, letters = "", []
    for i, word in enumerate(words):
        text += "<" + str(i) + ">" + word[-1]
        letters.append(text[i])
        if len(letters) > 9:
            letters.pop(0)
    for (left, right), letter in zip(counts.items(), letters):
        text = left + letter * (right % 2)
    by_length = {word: len(word) for word in words}
    for word in words:
        by_length[word] += by_length.get(word) or 0
    places = {"k" + str(i * 7 % N) + "_": i for i in range(N)}
    for place in sorted(places):
        places[place] += len(place) % 3
    data = (text + ",".join(places)).encode()
    head = [data[i % len(data)] for i in range(N)][1:-1:2]
    pairs = sorted((value, key) for key, value in counts.items())
    grid = [[x * y for x in range(40)] for y in range(50)]
    grid[3][4] = sum(row[-1] for row in grid)
    seen = {value % 100 for row in grid for value in row}
    stack = list(range(N))
    while stack:
        last = stack.pop()
        if last in seen:
            continue
    first, *others = pairs
    head.sort(key=lambda byte: -byte)
    return ", ".join(str(value) for value in seen), first, max(others), any(others), list(map(str, range(N)))


def objects():
    here = Point(0, 0)
    for i in range(N):
        here = here.plus(Point(i, 1)).move().move(2, scale=1)
        if here.size < 0 or isinstance(here, int):
            raise ValueError(here)
        try:
            if i % 5 == 0:
                raise KeyError(i)
        except KeyError as error:
            here.last = error.args[0]
    return here.x


async def worker(queue, lock, limit):
    while True:
        item = await queue.get()
        async with limit:
            async with lock:
                await asyncio.sleep(item % 3 / 1000)
        queue.task_done()


async def items(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def at_once(n):
    for i in range(n):
        yield i


async def depth(n):
    if n == 0:
        await asyncio.sleep(0)
        return 1
    return await depth(n - 1) + 1


async def small(event, i):
    await event.wait()
    return i


async def tasks():
    queue, lock, limit, event = asyncio.Queue(10), asyncio.Lock(), asyncio.Semaphore(3), asyncio.Event()
    workers = [asyncio.create_task(worker(queue, lock, limit)) for _ in range(4)]
    async for i in items(N):
        await queue.put(i)
    await queue.join()
    for one in workers:
        one.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    total = 0
    async for i in at_once(2 * N):
        total = (total * 3 + i) % 1009
    for _ in range(N // 20):
        total += await depth(20)
    total += sum(await asyncio.gather(*(depth(0) for _ in range(N))))
    asyncio.get_running_loop().call_later(1, event.set)
    async with asyncio.TaskGroup() as group:
        for i in range(N):
            group.create_task(small(event, i))
    async with asyncio.timeout(9):
        for done in asyncio.as_completed([small(event, i) for i in range(N)]):
            await done
    for i in range(N):
        await asyncio.wait_for(small(event, i), 1)


print(fib(15), sum(squares(N)), numbers()[0], motion()[1], len(containers()), objects())
asyncio.run(tasks())
