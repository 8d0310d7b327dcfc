"""The tables of another C library, likewise."""
from _dbm import *  #: 3
