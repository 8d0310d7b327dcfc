"""multiprocessing's shared values."""
from multiprocessing._sync import (Array, RawArray, RawValue, Synchronized, SynchronizedArray, SynchronizedBase,
                                   SynchronizedString, Value)
