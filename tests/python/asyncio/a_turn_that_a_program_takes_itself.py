# A subclass's `_run_once` takes handles from the loop's own queue and heap, as programs that nest loops do.
import asyncio
import heapq


class Loop(asyncio.SelectorEventLoop):
    turns = 0

    def _run_once(self):
        self.turns += 1
        ready, scheduled = self._ready, self._scheduled
        while scheduled and scheduled[0]._cancelled:
            heapq.heappop(scheduled)
        timeout = None
        if ready or self._stopping:
            timeout = 0
        elif scheduled:
            timeout = max(scheduled[0]._when - self.time(), 0)
        self._process_events(self._selector.select(timeout))
        end = self.time() + self._clock_resolution
        while scheduled and scheduled[0]._when < end:
            ready.append(heapq.heappop(scheduled))
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()


async def slept(seconds):
    await asyncio.sleep(seconds)
    print('slept', seconds)
    return seconds


async def main():
    print(await asyncio.gather(*map(slept, (3, 1, 2))))
    print(await asyncio.to_thread(sum, [1, 2]))
    greet = lambda reader, writer: (writer.write(b'hello\n'), writer.close())
    server = await asyncio.start_server(greet, 'localhost', 8000)
    reader, writer = await asyncio.open_connection('localhost', 8000)
    print(await reader.readline())
    writer.close()
    server.close()
    try:
        await asyncio.wait_for(slept(9), 1)
    except TimeoutError as error:
        print(repr(error))


loop = Loop()
loop.run_until_complete(main())
print(loop.turns > 5)
loop.close()
