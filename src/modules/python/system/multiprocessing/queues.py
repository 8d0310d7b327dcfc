"""multiprocessing's queues."""
from multiprocessing._queues import Empty, Full, JoinableQueue, Queue, SimpleQueue
