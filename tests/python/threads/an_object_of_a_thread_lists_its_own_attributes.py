# dir() of a threading.local has what the asking thread has put there, and so has what a wrong name is held against.
import threading
import traceback

data = threading.local()
data.value = 5


class Request(threading.local):
    kind = "any"

    def __init__(self, user):
        self.user = user


request = Request("nobody")


def names(of):
    return [name for name in dir(of) if not name.startswith("_")]


def work():
    print(names(data), names(request))
    data.other = 1
    request.answer = 2
    print(names(data), names(request))
    data.othe


print(names(data), names(request))
thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print(names(data), names(request))
try:
    request.usr
except AttributeError:
    traceback.print_exc()
data.values
