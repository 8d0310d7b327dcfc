# Whether a call is the whole value of an assignment is asked of the first statement in its line.
import asyncio
import threading


def fails():
    raise ValueError('no')


def first():
    found = fails(); print(found)


def second():
    print(end=''); found = fails()


def no_loop():
    loop = asyncio.get_event_loop(); loop.close()


for target in first, second, no_loop:
    thread = threading.Thread(target=target, name=target.__name__)
    thread.start()
    thread.join()
