import multiprocessing as mp
import os
import sys
import time

counter = 0
names = ["before"]


class Account:
    rate = 2

    def __init__(self, amount):
        self.amount = amount

    @property
    def doubled(self):
        return self.amount * self.rate


account = Account(10)


def work(n, out):
    global counter
    counter += n
    names.append(n)
    account.amount += n
    out.put((n, counter, names, account.doubled, mp.current_process().name))


def crash():
    raise ValueError("boom")


def leave(status):
    sys.exit(status)


class Greeter(mp.Process):
    def __init__(self, who):
        super().__init__()
        self.who = who

    def run(self):
        print("hello", self.who, self.name, isinstance(self, Greeter))


def add(value, array, lock):
    for _ in range(50):
        with lock:
            value.value += 1
    with array.get_lock():
        array[0] += 1


def ask(connection):
    connection.send([1, {"a": 2}])
    print("child got", connection.recv())
    connection.close()


def wait_for(event, barrier):
    event.wait()
    barrier.wait()
    print("all there")


def main():
    global counter
    counter = 100
    queue = mp.Queue()
    processes = [mp.Process(target=work, args=(n, queue)) for n in range(3)]
    for process in processes:
        process.start()
    for found in sorted(queue.get() for _ in processes):
        print(found)
    for process in processes:
        process.join()
    print([p.exitcode for p in processes], counter, names, account.amount)
    process = mp.Process(target=crash)
    process.start()
    process.join()
    print(process.exitcode, process.name, process.is_alive())
    for status in (3, None, "words"):
        process = mp.Process(target=leave, args=(status,), name="leaver")
        process.start()
        process.join()
        print(process.exitcode, process.name)
    process = mp.Process(target=time.sleep, args=(100,), daemon=True)
    print(process.pid, process.exitcode, process.is_alive())
    process.start()
    process.join(0.5)
    print(process.is_alive(), process.exitcode, process.daemon)
    process.terminate()
    process.join()
    print(process.exitcode)
    text = "closure"
    process = mp.Process(target=lambda: print(text, os.getpid() != os.getppid(), __name__))
    process.start()
    process.join()
    greeter = Greeter("you")
    greeter.start()
    greeter.join()
    ours, theirs = mp.Pipe()
    process = mp.Process(target=ask, args=(theirs,))
    process.start()
    theirs.close()
    print(ours.recv(), ours.poll())
    ours.send("an answer")
    process.join()
    try:
        ours.recv()
    except EOFError:
        print("EOFError")
    value, array, lock = mp.Value("i", 0), mp.Array("d", [1.0, 2.0]), mp.Lock()
    processes = [mp.Process(target=add, args=(value, array, lock)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value, array[:], len(array))
    event, barrier = mp.Event(), mp.Barrier(3)
    processes = [mp.Process(target=wait_for, args=(event, barrier)) for _ in range(2)]
    for process in processes:
        process.start()
    print(event.is_set())
    event.set()
    barrier.wait()
    for process in processes:
        process.join()
    print(mp.get_start_method(), mp.active_children(), mp.current_process().name, mp.parent_process())
    tasks = mp.JoinableQueue()

    def consume():
        while True:
            item = tasks.get()
            print("item", item)
            tasks.task_done()

    mp.Process(target=consume, daemon=True).start()
    for n in range(3):
        tasks.put(n)
    tasks.join()
    try:
        mp.set_start_method("spawn")
    except RuntimeError as exc:
        print(exc)
    with mp.Manager() as manager:
        numbers, places = manager.list(range(3)), manager.dict()

        def fill(n):
            numbers.append(n)
            places[n] = [n]

        processes = [mp.Process(target=fill, args=(n,)) for n in (10,)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(list(numbers), dict(places), len(numbers), numbers)


if __name__ == "__main__":
    main()
