import threading


def attempt(function, *args):
    try:
        print(function(*args))
    except TypeError as e:
        print(e)


print(threading.excepthook, threading.excepthook is threading.__excepthook__)
print(threading.excepthook.__name__, threading.excepthook.__module__)
attempt(threading.excepthook)
attempt(threading.excepthook, 1)
attempt(threading.ExceptHookArgs, 'x', 'y')
attempt(threading.ExceptHookArgs, 'x')
attempt(threading.ExceptHookArgs, [1, 2, 3, None])
print(dir(threading.local()) == dir(object()))
print('__weakref__' in dir(type('Own', (threading.local,), {})()))
threading.Thread(target=lambda: 1 / 0, name='t').start()
