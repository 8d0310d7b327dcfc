import multiprocessing as mp

print("module", __name__)
setting = "at the top"


class Thing:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Thing({self.value})"


def report(queue, thing):
    queue.put((mp.current_process().name, __name__, setting, thing))


def fill(places, items, thing):
    places["x"] = 1
    items.append(thing)


if __name__ == "__main__":
    setting = "in main"
    mp.set_start_method("spawn")
    queue = mp.Queue()
    process = mp.Process(target=report, args=(queue, Thing([1, 2])))
    process.start()
    print(queue.get())
    process.join()
    print(process.exitcode)
    try:
        mp.Process(target=lambda: 1).start()
    except Exception as exc:
        print(type(exc).__name__)
    with mp.get_context("spawn").Pool(1) as pool:
        print(pool.map(abs, [-1, -2]))
    with mp.Manager() as manager:
        places, items = manager.dict(), manager.list([1])
        process = mp.Process(target=fill, args=(places, items, Thing(3)))
        process.start()
        process.join()
        print(dict(places), list(items))
