# What was meant may be a variable of an enclosing function, of the class body that runs, or an attribute of self there.
import threading
import traceback


class Service:
    def timed(self, function):
        def inner(*args):
            with self.lock:
                selfx.calls.append(1)
        return inner

    def counted(self, value):
        def inner():
            print(valuex, value)
        return inner

    def attribute(self):
        def inner():
            return calls, self
        return inner

    def not_used(self, value):
        def inner():
            return valuex
        return inner


service = Service()
service.lock, service.calls = threading.Lock(), []
for call in service.timed(print), service.counted(5), service.attribute(), service.not_used(1):
    try:
        call()
    except NameError as error:
        traceback.print_exception(error)
try:
    class Body:
        first_value = 1
        second = first_valu
except NameError as error:
    traceback.print_exception(error)


class Peer:
    def __init__(self):
        self._hidden = 1

    def look(self):
        def inner():
            return self._hiddn
        return inner


try:
    Peer().look()()
except AttributeError as error:
    traceback.print_exception(error)
service.timed(print)()
