# A bare loop asks the selector that the program gives it, and has the program call back for what that finds.
import asyncio
import selectors


class Letters(selectors.BaseSelector):
    """Finds what has been posted; where nothing has, a wait lets its clock go on."""

    def __init__(self):
        self.keys, self.posted, self.now = {}, [], 0.0

    def register(self, fileobj, events, data=None):
        self.keys[fileobj] = selectors.SelectorKey(fileobj, 0, events, data)
        return self.keys[fileobj]

    def unregister(self, fileobj):
        return self.keys.pop(fileobj)

    def get_map(self):
        return self.keys

    def select(self, timeout=None):
        found = [(self.keys[name], selectors.EVENT_READ) for name in self.posted if name in self.keys]
        self.posted.clear()
        if not found and timeout:
            self.now += timeout
        return found

    def close(self):
        print("closed with", list(self.keys))


class Loop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = Letters()

    def time(self):
        return self._selector.now

    def _process_events(self, events):
        for key, mask in events:
            self._ready.append(asyncio.Handle(key.data, (key.fileobj,), self))

    def _write_to_self(self):
        pass

    def close(self):
        super().close()
        self._selector.close()


async def receive(loop, name):
    letter = loop.create_future()
    loop._selector.register(name, selectors.EVENT_READ, letter.set_result)
    print(f"{await letter!r} at {loop.time()}")
    loop._selector.unregister(name)


async def main(loop):
    for delay, name in (3, "first"), (1, "second"):
        loop.call_later(delay, loop._selector.posted.append, name)
    await asyncio.gather(receive(loop, "first"), receive(loop, "second"))
    loop._selector.register("third", selectors.EVENT_READ, print)


loop = Loop()
loop.run_until_complete(main(loop))
loop.close()


# A usual loop whose program looks at what was found: its own sockets, and not what wakes the loop.
class Watching(asyncio.SelectorEventLoop):
    found = 0

    def _process_events(self, events):
        self.found += len(events)
        super()._process_events(events)


async def talk():
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 8100)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8100)
    print(await reader.read())
    writer.close()
    server.close()


loop = Watching(selectors.DefaultSelector())
loop.run_until_complete(talk())
loop.close()
print(loop.is_closed(), loop._selector)
