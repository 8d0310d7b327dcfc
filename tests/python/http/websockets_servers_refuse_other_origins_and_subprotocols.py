# A server of websockets that knows subprotocols or origins takes no client without one of them, and says why.
# recorded by hand: CPython 3.13.0 with websockets 17.4.
import asyncio
from websockets.asyncio.server import serve
from websockets.asyncio.client import connect
async def handler(ws): await ws.send(f"sub {ws.subprotocol}")
async def main():
    for offered in (None, ["chat", "v2"]):
        async with serve(handler, "localhost", 8765, subprotocols=offered, ping_interval=None):
            for asked in (None, ["chat"], ["v2", "chat"], ["zz"], ["zz", "v2"]):
                try:
                    async with connect("ws://localhost:8765", subprotocols=asked) as c: print(offered, asked, await c.recv(), c.subprotocol)
                except Exception as e:
                    print(offered, asked, type(e).__name__, e, repr(e.__cause__))
                    r = getattr(e, "response", None)
                    if r: print(r.status_code, r.reason_phrase, r.body, [h for h in r.headers.raw_items() if h[0] != "Date"])
    async with serve(handler, "localhost", 8765, select_subprotocol=lambda c, s: (print("asked", s), s[-1] if s else None)[1]):
        for asked in (None, ["a", "b"]):
            async with connect("ws://localhost:8765", subprotocols=asked) as c: print(await c.recv())
    async with serve(handler, "localhost", 8765, origins=["http://ok"]):
        for o in (None, "http://ok", "http://bad"):
            try:
                async with connect("ws://localhost:8765", origin=o) as c: print(o, await c.recv())
            except Exception as e: print(o, type(e).__name__, e, e.response.body)
asyncio.run(main())
