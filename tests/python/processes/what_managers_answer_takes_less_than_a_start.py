# recorded by hand: the oracle starts no processes; CPython 3.13 printed it by its own clock.
# Processes that are started one after the other have each changed a number before the next one reads it; changes made many
# times at once without a lock get lost.
from multiprocessing import Manager, Process


def add(shared, times):
    for _ in range(times):
        shared['count'] += 1


def append(items, name):
    items.append(name)
    items.append(len(items))


def run(target, *rows):
    processes = [Process(target=target, args=row) for row in rows]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


if __name__ == '__main__':
    with Manager() as manager:
        shared = manager.dict(count=0)
        run(add, *[(shared, 1)] * 4)
        print(shared['count'])
        run(add, *[(shared, 5)] * 2)
        print(shared['count'])
        items = manager.list()
        run(append, (items, 'a'), (items, 'b'), (items, 'c'))
        print(items)
        shared['count'] = 0
        run(add, *[(shared, 300)] * 2)
        print(shared['count'] < 600)
