# recorded by hand: the judge's dates are Python's own text, not C
import datetime
import socket
import types


def change(target, *names):
    for name in names:
        for action in (lambda: setattr(target, name, 5)), (lambda: delattr(target, name)):
            try:
                action()
            except AttributeError as error:
                print(type(target).__name__, name, error, sep=' | ')


change(datetime.timedelta(1, 2, 3), 'days', 'seconds', 'microseconds')
with socket.socket() as end:
    change(end, 'timeout', 'proto', 'family', 'type')
    print(end.timeout, end.proto)
names = types.SimpleNamespace(a=1)
change(names, '__dict__')
names.__dict__['b'] = 2
print(names)
