"""multiprocessing's locks."""
from multiprocessing._sync import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore
from multiprocessing._process import joins_at_exit as _joins_at_exit

_joins_at_exit()
