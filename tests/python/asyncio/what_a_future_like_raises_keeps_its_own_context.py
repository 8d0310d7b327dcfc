# A future-like of the program raises what it likes where a task that it wakes asks it: whoever runs the loop, while an
# exception is handled, adds nothing to that.
import asyncio


class Like:
    _asyncio_future_blocking = False

    def get_loop(self):
        return asyncio.get_running_loop()

    def add_done_callback(self, callback, *, context=None):
        self.get_loop().call_soon(callback, self, context=context)

    def result(self):
        try:
            {}["inner"]
        except KeyError:
            raise ValueError("like")

    def cancel(self, msg=None):
        return False

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self


async def main():
    try:
        await Like()
    except ValueError as error:
        print(repr(error), "<-", repr(error.__context__), "<-", repr(error.__context__.__context__))


try:
    1 / 0
except ZeroDivisionError:
    asyncio.run(main())
