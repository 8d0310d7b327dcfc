"""sys._current_frames and faulthandler.dump_traceback: what recipes against deadlocks print."""
import faulthandler
import sys
import tempfile
import threading
import time
import traceback

a, b = threading.Lock(), threading.Lock()
go = threading.Event()


def first():
    with a:
        time.sleep(.1)
        second(b)


def second(lock):
    lock.acquire()
    lock.release()


def waiter(event):
    event.wait()


def sleeper():
    [time.sleep(n) for n in (1,)]


a.acquire()
b.acquire()
threads = [threading.Thread(target=second, args=(b,), name='locked'), threading.Thread(target=waiter, args=(go,), name='waiting'),
           threading.Thread(target=sleeper, name='sleeping')]
for thread in threads:
    thread.start()
time.sleep(.2)
names = {thread.ident: thread.name for thread in threading.enumerate()}
frames = sys._current_frames()
print(sorted(names[ident] for ident in frames), frames[threading.get_ident()] is sys._getframe())
for ident, frame in sorted(frames.items(), key=lambda pair: names[pair[0]]):
    print(names[ident], frame.f_code.co_name, frame.f_lineno, list(frame.f_locals)[:1] if names[ident] in ('locked', 'sleeping') else '')
    for entry in traceback.extract_stack(frame):
        print('   ', entry.filename.rpartition('/')[2], entry.lineno, entry.name, entry.line)
traceback.print_stack(frames[threads[1].ident])
a.release()
b.release()
go.set()
for thread in threads:
    thread.join()
print(len(sys._current_frames()), sys._current_frames()[threading.main_thread().ident].f_lineno)
