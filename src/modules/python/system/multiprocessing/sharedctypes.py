"""multiprocessing's shared values."""
from multiprocessing._sync import (Array, RawArray, RawValue, Synchronized, SynchronizedArray, SynchronizedBase,
                                   SynchronizedString, Value)
from multiprocessing._process import joins_at_exit as _joins_at_exit

_joins_at_exit()
