# Who forgets the parentheses of super(), or self, calls __init__ of the class on something else: it is refused.
import threading


class Worker(threading.Thread):
    def __init__(self, name):
        super.__init__(self, name=name)


class TooShort(ValueError):
    def __init__(self, text, least):
        ValueError.__init__(f"{text!r} has fewer than {least} letters")


class Missing(FileNotFoundError):
    def __init__(self, path):
        super.__init__(path)


def say(what, *args, **given):
    try:
        print(what(*args, **given))
    except Exception as e:
        print(type(e).__name__, "-", e)


say(Worker, "first")
say(TooShort, "ab", 3)
say(Missing, "/nowhere")
for kind in ValueError, KeyError, OSError, ConnectionError, ModuleNotFoundError, UnicodeDecodeError, KeyboardInterrupt:
    say(kind.__init__)
    say(kind.__init__, 3)
    say(kind.__init__, Exception("other"))
    print("__init__" in vars(kind), kind.__init__.__qualname__, kind.__init__.__objclass__)
print("__init__" in vars(ExceptionGroup), ExceptionGroup.__init__)
for kind in type, property, classmethod, staticmethod, super, bytearray:
    say(kind.__init__)
    say(kind.__init__, 3)
    say(kind.__init__, 3, "x")

error = ConnectionResetError(104, "gone")
say(OSError.__init__, error, 5, "again")
say(ConnectionResetError.__init__, error, 6, "and again")
say(Exception.__init__, error, 7)
print(error.args, error.errno, error)


class Own(ConnectionError):
    def __init__(self, host):
        super().__init__(f"no way to {host}")
        self.host = host


print(repr(Own("there")), Own("there").errno, Own("here").host)


class Plain(TimeoutError):
    pass


print(repr(Plain(110, "late", "file")), Plain(110, "late").errno)
say(Plain, 1, word=2)
say(ValueError, word=2)
print(super(Own, Own("x")).__init__.__name__)
