# The main thread's context lasts to the interpreter's very end.
import contextvars


class Kept:
    def __del__(self):
        print('never printed')


current = contextvars.ContextVar('current')
current.set(Kept())
kept = Kept()
