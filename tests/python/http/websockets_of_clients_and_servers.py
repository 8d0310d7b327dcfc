# Messages of a WebSocket, how it ends, and what its ends say of it.
import asyncio, json
import aiohttp
from aiohttp import web, WSMsgType

async def echo(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    request.app["sockets"].add(ws)
    print("server: open", request.path)
    try:
        async for msg in ws:
            if msg.type == WSMsgType.TEXT:
                if msg.data == "close":
                    await ws.close(code=4000, message=b"asked")
                else:
                    await ws.send_str(f"echo: {msg.data}")
            elif msg.type == WSMsgType.BINARY:
                await ws.send_bytes(msg.data[::-1])
            elif msg.type == WSMsgType.ERROR:
                print("server error", ws.exception())
    finally:
        request.app["sockets"].discard(ws)
        print("server: closed", ws.close_code, ws.closed)
    return ws

async def plain(request):
    return web.Response(text="no ws here")

async def chat(request):
    ws = web.WebSocketResponse(heartbeat=1.0, protocols=("v1", "v2"))
    await ws.prepare(request)
    print("proto", ws.ws_protocol)
    for n in range(3):
        await ws.send_json({"n": n})
        await asyncio.sleep(0.5)
    await ws.close()
    print("chat done", ws.close_code)
    return ws

async def main():
    app = web.Application()
    app["sockets"] = set()
    app.add_routes([web.get("/ws", echo), web.get("/plain", plain), web.get("/chat", chat)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 8099).start()
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect("http://127.0.0.1:8099/ws") as ws:
            await ws.send_str("hello")
            print(await ws.receive())
            await ws.send_bytes(b"abc" * 30000)
            m = await ws.receive(); print(m.type, len(m.data), m.data[:3])
            await ws.send_json({"a": 1}); print(await ws.receive_str())
            await ws.ping()
            try:
                print(await ws.receive(timeout=0.5))
            except asyncio.TimeoutError as e: print(repr(e))
        print(ws.closed, ws.close_code)
        ws = await session.ws_connect("ws://127.0.0.1:8099/ws")
        await ws.send_str("close")
        m = await ws.receive(); print(m.type, m.data, m.extra, ws.closed, ws.close_code)
        print((await ws.receive()).type)
        try: await ws.send_str("late")
        except Exception as e: print(repr(e))
        try: await ws.send_str(5)
        except TypeError as e: print(e)
        async with session.ws_connect("ws://127.0.0.1:8099/chat", protocols=["v2"]) as ws:
            print(ws.protocol)
            async for m in ws: print(m.json())
        print(ws.close_code)
        try: await session.ws_connect("ws://127.0.0.1:8099/plain")
        except aiohttp.WSServerHandshakeError as e: print(e.status, e.message, e)
        try: await session.ws_connect("ws://127.0.0.1:9/")
        except aiohttp.ClientConnectorError as e: print(e)
        async with session.get("http://127.0.0.1:8099/ws") as r: print(r.status, await r.text())
        ws = await session.ws_connect("ws://127.0.0.1:8099/ws")
        async def reader():
            async for m in ws: print("r", m.data)
            print("reader done", ws.close_code)
        t = asyncio.create_task(reader())
        await ws.send_str("x"); await asyncio.sleep(0.1)
        print(await ws.close()); await t
    await runner.cleanup()
asyncio.run(main())
