# recorded by hand: what is printed while the interpreter exits
import atexit
import weakref


class Thing:
    pass


first = Thing()
weakref.finalize(first, print, 'gone at once')
del first
atexit.register(print, 'atexit')
last = Thing()
weakref.finalize(last, print, 'at the end, in the place of the first one made')
