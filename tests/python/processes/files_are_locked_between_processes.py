# recorded by hand: a virtual clock of one process does not see what its forked children do
# Locks of open files and of ranges: who has them, who waits, and what ends them.
import fcntl
import multiprocessing
import os
import threading
import time

PATH = '/tmp/loopscope_locked.txt'
FLAGS = {fcntl.LOCK_SH: 'shared', fcntl.LOCK_EX: 'exclusive'}


def attempt(how, flags, answer, *where):
    with open(PATH, 'r+') as file:
        try:
            how(file, flags | fcntl.LOCK_NB, *where)
            answer.send('got it')
        except OSError as e:
            answer.send((type(e).__name__, str(e)))


def waits(how, answer):
    with open(PATH, 'r+') as file:
        how(file, fcntl.LOCK_EX)
        answer.send('got it after waiting')


def keeps(how, answer):
    file = open(PATH, 'r+')
    how(file, fcntl.LOCK_EX)
    answer.send('keeps it')
    time.sleep(100)


def main():
    context = multiprocessing.get_context('fork')
    mine, theirs = context.Pipe()

    def child(target, *arguments):
        process = context.Process(target=target, args=arguments)
        process.start()
        return process

    def asks(how, flags, *where):
        process = child(attempt, how, flags, theirs, *where)
        print('  another wants it', FLAGS[flags], *where, '->', mine.recv())
        process.join()

    for how in fcntl.flock, fcntl.lockf:
        print(how.__name__)
        file = open(PATH, 'w+')
        for flags in FLAGS:
            how(file, flags)
            print(' mine', FLAGS[flags])
            for theirs_flags in FLAGS:
                asks(how, theirs_flags)
        process = child(waits, how, theirs)
        time.sleep(1)
        print(mine.poll(0))
        how(file, fcntl.LOCK_UN)
        print(mine.recv())
        process.join()
        how(file, fcntl.LOCK_EX)
        file.close()
        print('closed')
        asks(how, fcntl.LOCK_EX)
        process = child(keeps, how, theirs)
        print(mine.recv())
        asks(how, fcntl.LOCK_EX)
        second = child(waits, how, theirs)
        time.sleep(1)
        process.kill()
        print(mine.recv())
        second.join()
        process.join()

    print('ranges')
    with open(PATH, 'r+') as file:
        fcntl.lockf(file, fcntl.LOCK_EX, 10, 0)
        fcntl.lockf(file, fcntl.LOCK_UN, 4, 3)
        for where in (3, 0), (4, 3), (5, 3), (5, 10), (0, 7), (1, 9):
            asks(fcntl.lockf, fcntl.LOCK_EX, *where)
        with open(PATH, 'r+') as again:
            fcntl.lockf(again, fcntl.LOCK_EX | fcntl.LOCK_NB)
            print('a process is not in its own way')
        asks(fcntl.lockf, fcntl.LOCK_EX)

    print('in one process')
    with open(PATH, 'r+') as one, open(PATH, 'r+') as other:
        fcntl.flock(one, fcntl.LOCK_EX)
        try:
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as e:
            print(e)
        twin = os.dup(one.fileno())
        thread = threading.Thread(target=lambda: (fcntl.flock(other, fcntl.LOCK_EX), print('the other has it')))
        thread.start()
        one.close()
        time.sleep(0.5)
        print('a twin keeps it')
        os.close(twin)
        thread.join()

    for mode, flags in ('r', fcntl.LOCK_EX), ('a', fcntl.LOCK_SH):
        with open(PATH, mode) as file:
            try:
                fcntl.lockf(file, flags)
            except OSError as e:
                print(mode, e)
            fcntl.flock(file, flags)
            for wrong in 0, 16, fcntl.LOCK_SH | fcntl.LOCK_EX:
                try:
                    fcntl.flock(file, wrong)
                except OSError as e:
                    print(wrong, e)
            try:
                fcntl.lockf(file, 0)
            except ValueError as e:
                print(e)
    os.remove(PATH)


main()
