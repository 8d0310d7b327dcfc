# A protocol factory that raises leaves no connection behind: the server's side is told of its end.
import asyncio
class P(asyncio.Protocol):
    def connection_made(self, t): print("made")
    def connection_lost(self, e): print("lost", e)
async def main():
    loop = asyncio.get_running_loop()
    s = await loop.create_server(P, "127.0.0.1", 5000)
    try:
        await loop.create_connection(lambda: 1 / 0, "127.0.0.1", 5000)
    except ZeroDivisionError as e:
        print(repr(e))
    await asyncio.sleep(0.1)
    s.close()
    await s.wait_closed()
    print("closed")
asyncio.run(main())
