"""`BoundedSemaphore.release` of a semaphore without a bound fails; `Semaphore.release` knows no bound."""
import asyncio
import threading
import traceback


async def main():
    plain, bounded = asyncio.Semaphore(1), asyncio.BoundedSemaphore(1)
    try:
        asyncio.BoundedSemaphore.release(plain)
    except AttributeError as e:
        print(e, e.name, e.obj is plain)
        traceback.print_exc()
    asyncio.Semaphore.release(bounded)
    print(bounded._value)
    try:
        bounded.release()
    except ValueError as e:
        print(e)


asyncio.run(main())
plain, bounded = threading.Semaphore(1), threading.BoundedSemaphore(1)
try:
    threading.BoundedSemaphore.release(plain)
except AttributeError as e:
    print(e)
threading.Semaphore.release(bounded)
print(bounded._value)
try:
    with bounded:
        pass
except ValueError as e:
    print('with:', e)
print(bounded._value)
with plain:
    print(plain._value)
print(plain._value)
