# Empty sequences repeated more often than anything can be.
from collections import deque

for empty in ("", b"", bytearray(), [], (), deque(), deque(maxlen=3)):
    print(type(empty).__name__, empty * 10**18, 10**18 * empty)
    again = empty
    again *= 10**18
    print(again, len(again))
