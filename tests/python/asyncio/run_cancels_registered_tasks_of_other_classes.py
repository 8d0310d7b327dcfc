"""What asyncio.run() cancels at its end are all registered tasks, also those of a class that a program has written over futures."""
import asyncio
from asyncio import futures, tasks


class Task(futures._PyFuture):
    def __init__(self, coro):
        super().__init__()
        self._coro, self._waiter = coro, None
        self._loop.call_soon(self._step)
        tasks._register_task(self)

    def cancel(self, msg=None):
        said.append(f"cancel {msg}")
        return self._waiter.cancel(msg=msg)

    def _step(self, ended=None):
        try:
            if ended is not None and ended.cancelled():
                self._waiter = self._coro.throw(asyncio.CancelledError())
            else:
                self._waiter = self._coro.send(None)
        except StopIteration as stop:
            self.set_result(stop.value)
        except asyncio.CancelledError:
            super().cancel()
        except Exception as error:
            self.set_exception(error)
        else:
            self._waiter._asyncio_future_blocking = False
            self._waiter.add_done_callback(self._step)


async def long(name, fails=False):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        said.append(f"{name} is cancelled")
        if fails:
            raise ValueError(name) from None
        raise


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    global kept
    kept = [asyncio.create_task(long("first")), Task(long("own")), Task(long("failing", True))]
    await asyncio.sleep(1)


said = []
asyncio.run(main())
print(sorted(said))
print([task.cancelled() for task in kept])
