# Files, answers that are none, limits of a connector, state that is changed late.
import asyncio, aiohttp, logging, os, tempfile, time
from aiohttp import web
class Short(logging.Handler):
    def emit(self, record): print(record.levelname, record.getMessage(), repr(record.exc_info[1]))
def names(app): return [r.method + " " + r.path for r in []]
async def upload(request):
    reader = await request.read(); return web.Response(text=f"{len(reader)} {request.headers.get('Content-Type')}")
async def auth(request):
    h = request.headers.get("Authorization"); return web.Response(status=200 if h else 401, text=str(h))
async def counter(request):
    request.app["n"] = request.app.get("n", 0) + 1; await asyncio.sleep(0.2); return web.Response(text=str(request.app["n"]))
async def file(request): return web.FileResponse(request.app["file"])
async def none(request): pass
async def text(request): return "text"
async def hook(request, response): response.headers["X-Hook"] = "1"
async def redirect(request): raise web.HTTPFound(request.app.router["c"].url_for())
async def main():
    app = web.Application(); app.router.add_post("/upload", upload); app.router.add_get("/auth", auth); app.router.add_get("/c", counter, name="c"); app.router.add_get("/file", file); app.router.add_get("/none", none); app.router.add_get("/text", text); app.router.add_get("/re", redirect); app.on_response_prepare.append(hook)
    app.router.add_get(r"/a/{x}/{y:[a-z]+}.html", lambda r: asyncio.sleep(0, web.json_response(dict(r.match_info))), name="ab")
    print(app.router["ab"].url_for(x="1 2", y="q"), app.router["c"].url_for().with_query(a=1), app.router["ab"].canonical, len(list(app.router.named_resources())))
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as f: f.write("content\n")
    app["file"] = f.name
    runner = web.AppRunner(app); await runner.setup(); await web.TCPSite(runner, "127.0.0.1", 8094).start(); base = "http://127.0.0.1:8094"
    started = [0]
    trace = aiohttp.TraceConfig()
    async def st(s, ctx, p): started[0] += 1
    trace.on_request_start.append(st)
    async with aiohttp.ClientSession(trace_configs=[trace], connector=aiohttp.TCPConnector(limit=2)) as s:
        async with s.post(base + "/upload", data=b"x" * 1000) as r: print(await r.text(), r.headers.get("X-Hook"))
        async with s.post(base + "/upload", json={"a": 1}) as r: print(await r.text())
        async with s.get(base + "/auth") as r: print(r.status, await r.text())
        t = asyncio.get_running_loop().time()
        print(await asyncio.gather(*(get(s, base + "/c") for _ in range(5))), round(asyncio.get_running_loop().time() - t, 1))
        async with s.get(base + "/file") as r: print(r.status, r.content_type, await r.text())
        import logging
        logging.getLogger("aiohttp.server").addHandler(Short())
        for p in ("/none", "/text"):
            async with s.get(base + p) as r: print(r.status, r.content_type, (await r.text())[:30])
        async with s.get(base + "/re") as r: print(r.status, r.url, r.history[0].status, await r.text())
        async with s.get(base + "/a/1%202/q.html") as r: print(await r.json())
        async with s.get(base + "/a/1/Q.html") as r: print(r.status, await r.text())
        async with s.post(base + "/c") as r: print(r.status, await r.text(), r.headers["Allow"])
        async with s.get(base + "/c") as r: print(await r.content.read(1), r.headers["Server"][:6], r.headers["Content-Length"], sorted(r.headers))
        try: await s.get(base + "/c", timeout=aiohttp.ClientTimeout(total=0.1))
        except TimeoutError as e: print(type(e).__mro__[1].__name__)
        task = asyncio.create_task(get(s, base + "/c")); await asyncio.sleep(0.05); task.cancel()
        try: await task
        except asyncio.CancelledError: print("cancelled")
        print(started, s.closed)
    print(s.closed); await runner.cleanup(); os.remove(f.name)
async def get(s, u):
    async with s.get(u) as r: return await r.text()
asyncio.run(main())
