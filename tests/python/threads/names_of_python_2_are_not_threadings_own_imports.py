import threading
import traceback

for name in ("_Thread", "_Timer", "_Event", "_Semaphore", "_BoundedSemaphore", "_Verbose", "_sleep", "_thread", "_note"):
    try:
        getattr(threading, name)
        print(name)
    except AttributeError as e:
        print(*traceback.format_exception_only(e), end="")
