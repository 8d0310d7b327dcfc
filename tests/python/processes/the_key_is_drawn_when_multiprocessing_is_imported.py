# Importing multiprocessing draws the program's key, as later random bytes show; its children have the same key.
import os
import uuid

print(uuid.uuid4())
import multiprocessing
import pickle

print(uuid.uuid4(), os.urandom(3))


def child(queue):
    queue.put(bytes(multiprocessing.current_process().authkey))


if __name__ == '__main__':
    key = multiprocessing.current_process().authkey
    print(type(key), len(key))
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=child, args=(queue,))
    process.start()
    print(queue.get() == key)
    process.join()
    try:
        pickle.dumps(key)
    except TypeError as error:
        print(error)
    multiprocessing.current_process().authkey = b'other'
    print(repr(multiprocessing.current_process().authkey))
