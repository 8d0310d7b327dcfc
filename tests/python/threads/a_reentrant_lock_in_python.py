import re
import threading

print(threading._RLock, threading._PyRLock is threading._RLock, threading._CRLock)
lock = threading._RLock()


def show():
    print(re.sub("0x[0-9a-f]+", "0x", repr(lock)), lock._is_owned(), lock._recursion_count())


show()
print(lock.acquire())
print(lock.acquire(False))
show()


def other():
    print(lock.acquire(False), lock.acquire(timeout=0.5), lock._is_owned(), lock._recursion_count())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


thread = threading.Thread(target=other)
thread.start()
thread.join()
state = lock._release_save()
print(state == (2, threading.get_ident()))
show()
lock._acquire_restore(state)
show()
lock.release()
lock.release()
for name in "release", "_release_save":
    try:
        getattr(lock, name)()
    except RuntimeError as e:
        print(e)
with lock:
    show()
condition = threading.Condition(threading._PyRLock())
done = []


def waits():
    with condition:
        with condition:
            condition.wait_for(lambda: done)
            print("woken", condition._lock._recursion_count())


thread = threading.Thread(target=waits)
thread.start()
with condition:
    done.append(1)
    condition.notify_all()
thread.join()
lock._at_fork_reinit()
show()
lock.release()
