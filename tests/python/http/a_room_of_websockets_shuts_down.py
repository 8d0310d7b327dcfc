# A chat room: messages to all, one that is too long, a server that says good-bye.
import asyncio
import aiohttp, logging
from aiohttp import web
logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
class Room:
    def __init__(self): self.members = {}
    async def handler(self, request):
        name = request.query.get("name", "anon")
        ws = web.WebSocketResponse(heartbeat=30, max_msg_size=1000)
        await ws.prepare(request)
        self.members[name] = ws
        await self.say(f"{name} joined")
        async for msg in ws:
            if msg.type == aiohttp.WSMsgType.TEXT:
                await self.say(f"{name}: {msg.data}")
            elif msg.type == aiohttp.WSMsgType.ERROR:
                logging.error("ws closed with exception %s", ws.exception())
        del self.members[name]
        await self.say(f"{name} left")
        return ws
    async def say(self, text):
        for ws in list(self.members.values()):
            await ws.send_str(text)
async def on_shutdown(app):
    for ws in list(app["room"].members.values()):
        await ws.close(code=aiohttp.WSCloseCode.GOING_AWAY, message="Server shutdown")
async def member(session, url, name, lines, delay):
    got = []
    async with session.ws_connect(f"{url}?name={name}") as ws:
        async def listen():
            async for msg in ws:
                got.append(msg.data)
        t = asyncio.create_task(listen())
        for line in lines:
            await asyncio.sleep(delay); await ws.send_str(line)
        await asyncio.sleep(1)
    await t
    return name, got, ws.close_code
async def main():
    app = web.Application(); room = app["room"] = Room()
    app.router.add_get("/ws", room.handler); app.on_shutdown.append(on_shutdown)
    runner = web.AppRunner(app); await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 8765); await site.start()
    url = "http://127.0.0.1:8765/ws"
    async with aiohttp.ClientSession() as s:
        for r in await asyncio.gather(member(s, url, "ann", ["hi", "bye"], 0.3), member(s, url, "bob", ["yo"], 0.5)):
            print(r)
        ws = await s.ws_connect(url + "?name=big")
        print(await ws.receive_str())
        await ws.send_str("x" * 5000)
        msg = await ws.receive(); print(msg, ws.close_code)
        ws = await s.ws_connect(url + "?name=cid", heartbeat=0.5)
        print(await ws.receive_str())
        t = asyncio.create_task(ws.receive())
        await asyncio.sleep(0)
        try: await ws.receive()
        except RuntimeError as e: print(e)
        asyncio.get_running_loop().call_later(0.2, lambda: None)
        await asyncio.sleep(2)
        cleaner = asyncio.create_task(runner.cleanup())
        m = await t; print(m, ws.closed, ws.close_code)
        await cleaner
    print("end", room.members)
asyncio.run(main())
