"""multiprocessing's queues."""
from multiprocessing._queues import Empty, Full, JoinableQueue, Queue, SimpleQueue
from multiprocessing._process import joins_at_exit as _joins_at_exit

_joins_at_exit()
