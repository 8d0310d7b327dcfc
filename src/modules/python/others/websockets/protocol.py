"""How far a connection is."""
from websockets._connection import State
