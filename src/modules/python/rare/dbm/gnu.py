"""The tables of a C library that is not here: as where Python was built without it."""
from _gdbm import *  #: 3
