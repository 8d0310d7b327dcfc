# as_completed holds no future that it has given.
import concurrent.futures
import weakref

futures = [concurrent.futures.Future() for _ in range(4)]
futures[3].set_result(1)
futures[0].set_result(0)
for future in concurrent.futures.as_completed(futures):
    futures.remove(future)
    gone = weakref.ref(future)
    del future
    print(gone())
    if futures:
        left = [future for future in futures if not future.done()]
        future = None
        if left:
            left[0].set_result('more')
        del left

buffer = bytearray(range(10))
del buffer[2:5]
print(buffer)
del buffer[5:2]
del buffer[::3]
print(buffer)
del buffer[-1:]
del buffer[:]
print(buffer)
