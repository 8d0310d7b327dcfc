import sys
import threading

hook = threading.excepthook
for value in None, ValueError("v"):
    hook(threading.ExceptHookArgs([ValueError, value, None, threading.Thread(name="named")]))
    sys.__excepthook__(ValueError, value, None)
hook(threading.ExceptHookArgs([SystemExit, None, None, None]))
for args in (1, 2, 3, 4), None:
    try:
        hook(args)
    except TypeError as error:
        print(error)
