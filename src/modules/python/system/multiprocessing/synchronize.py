"""multiprocessing's locks."""
from multiprocessing._sync import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore
