# `from module import *` brings what CPython's modules list, also what is made when it is asked for.
import importlib


def brought(module):
    names = {}
    exec(f"from {module} import *", names)
    return {name for name in names if name != "__builtins__"}


for module in "statistics", "typing", "zipfile", "multiprocessing", "threading", "asyncio", "queue", "collections":
    print(module, sorted(brought(module) ^ set(importlib.import_module(module).__all__)), len(brought(module)) > 3)
socket = brought("socket")
print([name in socket for name in ("socket", "AF_INET", "AF_PACKET", "IP_ADD_MEMBERSHIP", "SO_REUSEPORT", "MSG_MORE", "gethostname",
                                   "create_server", "timeout", "EAGAIN", "_socket", "MsgFlag")])
print(sorted(name for name in brought("typing") if not name[0].isupper()))
print(sorted(brought("statistics") & {"kde", "kde_random", "mean"}))
