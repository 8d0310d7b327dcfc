# A memory map is C in CPython: a traceback ends where the program has used it.
import mmap
import traceback

memory = mmap.mmap(-1, 10)


def shown(use):
    try:
        use()
    except Exception as error:
        print([frame.name for frame in traceback.extract_tb(error.__traceback__)], type(error).__name__, error)


shown(lambda: mmap.mmap(-1, 0))
shown(lambda: memory.seek(100))
shown(lambda: memory["x"])
shown(lambda: memory.__setitem__(slice(0, 3), b"four"))
shown(lambda: memory.__setitem__(0, "x"))
shown(lambda: memory.write(b"x" * 11))
shown(lambda: memory.find("x"))
