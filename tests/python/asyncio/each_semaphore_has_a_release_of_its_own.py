# BoundedSemaphore.release looks at its bound, Semaphore.release does not, whatever it is called on.
import asyncio

print('release' in vars(asyncio.BoundedSemaphore), asyncio.BoundedSemaphore.release.__qualname__)
for cls in (asyncio.Semaphore, asyncio.BoundedSemaphore):
    for call in (lambda: cls(1).release(3), cls.release, lambda: asyncio.Semaphore.release(cls(1), 2)):
        try:
            call()
        except TypeError as error:
            print(error)
bounded = asyncio.BoundedSemaphore(1)
asyncio.Semaphore.release(bounded)
print(bounded._value)
bounded.release()
