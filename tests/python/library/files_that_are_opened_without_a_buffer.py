"""What open() says of its way to buffer, and when: after the file is there."""
import os
import weakref

os.chdir("/tmp")


def tried(*given):
    try:
        with open(*given) as file:
            print(given, file.read() if "r" in given[1] else "written")
    except Exception as error:
        print(given, type(error).__name__, error)


tried("no_such_file_here", "r", 0)
tried("opened_without_a_buffer", "w", 0)
tried("opened_without_a_buffer", "r")
tried("opened_without_a_buffer", "r", 0)
tried("opened_without_a_buffer", "rb", 0)
tried("opened_without_a_buffer", "x", 0)
tried("opened_without_a_buffer", "rb", 1)
tried("opened_without_a_buffer", "r", "1")
tried("opened_without_a_buffer", "r", 1.5)
tried("opened_without_a_buffer", "rb", 0, "utf-8")
os.remove("opened_without_a_buffer")
weakref.proxy(None)
