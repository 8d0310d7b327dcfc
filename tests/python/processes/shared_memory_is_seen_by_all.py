from multiprocessing import Process, get_context, shared_memory
from multiprocessing.managers import SharedMemoryManager


def fill(name):
    block = shared_memory.SharedMemory(name=name)
    block.buf[0] = 42
    block.buf[1:4] = b"abc"
    block.buf[5] = block.size
    block.close()


def passed(block, items):
    block.buf[9] = 9
    items[1] = "deux"
    items[6] = len(items)


def tell(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).replace(shared.name, "NAME"))


if __name__ == "__main__":
    shared = shared_memory.SharedMemory(create=True, size=10)
    print(shared.size, len(shared.buf), shared.name[:4], len(shared.name), shared.buf)
    for start in "fork", "spawn":
        shared.buf[:] = bytes(10)
        process = get_context(start).Process(target=fill, args=(shared.name,))
        process.start()
        process.join()
        print(shared.buf[0], bytes(shared.buf[1:6]), repr(shared).replace(shared.name, "NAME"))

    items = shared_memory.ShareableList([1, "two", 3.5, None, True, b"\x00bytes", -7])
    for start in "fork", "spawn":
        items[1] = "two"
        process = get_context(start).Process(target=passed, args=(shared, items))
        process.start()
        process.join()
        print(shared.buf[9], list(items))
    print(len(items), items[-1], items.count(None), items.index(3.5), items.format)
    items[0] = 2.5
    items[3] = 5
    print(list(items), items.format)
    print(repr(items).replace(items.shm.name, "NAME"))
    for action in (
        lambda: items[9],
        lambda: items.__setitem__(9, 1),
        lambda: items.__setitem__(1, "far too long for this place"),
        lambda: items.index("nothing"),
        lambda: shared_memory.SharedMemory(create=True, size=0),
        lambda: shared_memory.SharedMemory(create=True, size=-1),
        lambda: shared_memory.SharedMemory(),
        lambda: shared_memory.SharedMemory(shared.name, create=True, size=5),
        lambda: shared_memory.SharedMemory("nothing_here"),
    ):
        tell(action)
    again = shared_memory.ShareableList(name=items.shm.name)
    print(list(again), again == items)
    again.shm.close()
    items.shm.close()
    items.shm.unlink()

    shared.close()
    print(shared.buf, shared.size)
    shared.unlink()
    tell(shared.unlink)
    tell(lambda: shared_memory.SharedMemory(shared.name))
    with SharedMemoryManager() as manager:
        block, numbers = manager.SharedMemory(size=4), manager.ShareableList(range(3))
        block.buf[0] = 1
        print(block.size, list(numbers))
    shared = block
    tell(lambda: shared_memory.SharedMemory(block.name))
