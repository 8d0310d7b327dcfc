"""Whether a message outlives the broker."""
from enum import Enum


class DeliveryMode(Enum):
    Transient = 1
    Persistent = 2
