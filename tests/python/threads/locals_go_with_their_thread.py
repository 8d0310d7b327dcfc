# What a thread keeps in a threading.local goes when the thread ends, not with the local.
import threading
import weakref


class Thing:
    pass


kept = []


def work():
    own.thing = Thing()
    kept.append(weakref.ref(own.thing))


own = threading.local()
own.thing = Thing()
thread = threading.Thread(target=work)
thread.start()
thread.join()
print(kept[0]() is None, own.thing is not None)
