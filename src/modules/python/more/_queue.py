"""Where CPython has some of queue's names."""
from queue import Empty, SimpleQueue
