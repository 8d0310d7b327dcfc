# Compared with CPython's real processes: the judge's network is within one.
import queue
import time
from multiprocessing import AuthenticationError, Process
from multiprocessing.managers import BaseManager

ADDRESS = ("127.0.0.1", 50114)
tasks, results = queue.Queue(), queue.Queue()


class Master(BaseManager):
    pass


class Worker(BaseManager):
    pass


Master.register("tasks", callable=lambda: tasks)
Master.register("results", callable=lambda: results)
Worker.register("tasks")
Worker.register("results")


def work(name):
    manager = Worker(address=ADDRESS, authkey=b"abc")
    manager.connect()
    todo, done = manager.tasks(), manager.results()
    while (number := todo.get()) is not None:
        time.sleep(1)
        done.put((number, number * number))


def serve():
    BaseManager.register("answer", callable=lambda: {"of": 42})
    BaseManager(address=("", 50115), authkey=b"key").get_server().serve_forever()


if __name__ == "__main__":
    try:
        Worker(address=ADDRESS, authkey=b"abc").connect()
    except ConnectionRefusedError as error:
        print(error)
    manager = Master(address=ADDRESS, authkey=b"abc")
    manager.start()
    todo, done = manager.tasks(), manager.results()
    workers = [Process(target=work, args=(name,)) for name in ("ann", "bob")]
    for worker in workers:
        worker.start()
    for number in (3, 4, 5, None, None):
        todo.put(number)
    print(sorted(done.get(timeout=10) for _ in range(3)))
    for worker in workers:
        worker.join()
    try:
        Worker(address=ADDRESS, authkey=b"wrong").connect()
    except AuthenticationError as error:
        print(error)
    manager.shutdown()

    process = Process(target=serve, daemon=True)
    process.start()
    time.sleep(1)
    BaseManager.register("answer")
    other = BaseManager(address=("127.0.0.1", 50115), authkey=b"key")
    other.connect()
    print(other.answer().get("of"))
    process.terminate()
    process.join()
    print(process.exitcode)
