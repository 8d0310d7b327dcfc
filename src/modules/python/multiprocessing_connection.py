"""multiprocessing's connections."""
from multiprocessing._queues import Connection, Pipe, wait
