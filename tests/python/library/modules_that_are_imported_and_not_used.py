# Modules that are not here can be imported; a program that uses none of them runs to its end.
import dis
import encodings.aliases
import mmap
import zipimport

try:
    import curses
except ImportError:
    curses = None
print(dis.__name__, mmap.__name__, zipimport.__name__, encodings.aliases.__name__, curses is not None)
print(hasattr(dis, "__path__"), hasattr(encodings, "__path__"))
