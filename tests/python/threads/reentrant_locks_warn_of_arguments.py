# recorded by hand: the oracle's locks take no arguments
import threading
import warnings

threading.RLock()
threading.RLock(1)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    threading.RLock(a=1)
print([str(w.message) for w in caught])
