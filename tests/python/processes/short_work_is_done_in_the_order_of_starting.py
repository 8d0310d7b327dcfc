# recorded by hand: which process comes first is the system's affair; CPython mostly lets short ones finish in this order
"""A process that has begun does its short work before the next one's: setting up takes nothing of its quantum."""
import multiprocessing


def step(text):
    print(text, flush=True)


def work(n):
    for k in range(3):
        step(f'{n}: {k}')


if __name__ == '__main__':
    workers = [multiprocessing.Process(target=work, args=(n,)) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
