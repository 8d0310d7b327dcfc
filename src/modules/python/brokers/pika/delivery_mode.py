"""Whether a message outlives the broker."""
from enum import Enum


class DeliveryMode(Enum):
    Transient, Persistent = 1, 2
