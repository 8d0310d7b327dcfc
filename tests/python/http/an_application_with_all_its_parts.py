# Middlewares, named routes, queries, forms, streams, views, parts of an application and how it begins and ends.
import asyncio, json, logging
import aiohttp
from aiohttp import web, ClientTimeout, FormData
routes = web.RouteTableDef()
DB = web.AppKey("db", dict)
@routes.get("/")
async def index(request): return web.Response(text="<h1>hi</h1>", content_type="text/html")
@routes.get("/users/{uid:\\d+}", name="user")
async def user(request):
    uid = int(request.match_info["uid"])
    if uid not in request.app[DB]: raise web.HTTPNotFound(text=json.dumps({"error": "no user"}), content_type="application/json")
    return web.json_response(request.app[DB][uid])
@routes.post("/users")
async def create(request):
    try: data = await request.json()
    except json.JSONDecodeError: raise web.HTTPBadRequest(reason="bad json")
    db = request.app[DB]; uid = len(db) + 1; db[uid] = data
    return web.json_response({"id": uid, "url": str(request.app.router["user"].url_for(uid=str(uid)))}, status=201, headers={"X-Id": str(uid)})
@routes.post("/form")
async def form(request):
    data = await request.post(); return web.json_response({k: v for k, v in data.items()})
@routes.get("/query")
async def query(request): return web.json_response({"q": request.query.get("q"), "all": request.query.getall("t", []), "path": request.path, "qs": request.query_string, "m": request.method, "h": request.headers.get("X-Test"), "ct": request.content_type, "body": request.can_read_body})
@routes.get("/slow")
async def slow(request): await asyncio.sleep(3); return web.Response(text="slow")
@routes.get("/stream")
async def stream(request):
    r = web.StreamResponse(headers={"Content-Type": "text/plain"}); await r.prepare(request)
    for n in range(3): await r.write(f"chunk {n}\n".encode())
    await r.write_eof(); return r
@routes.get("/boom")
async def boom(request): raise RuntimeError("boom")
@routes.get("/cookie")
async def cookie(request):
    r = web.json_response(dict(request.cookies)); r.set_cookie("seen", "yes", max_age=10); return r
@routes.view("/view")
class V(web.View):
    async def get(self): return web.Response(text="view get")
    async def post(self): return web.Response(text="view post " + await self.request.text())
@web.middleware
async def timing(request, handler):
    loop = asyncio.get_running_loop(); t = loop.time()
    try: resp = await handler(request)
    except web.HTTPException as e:
        print("mw http", e.status, e.reason); raise
    except Exception as e:
        print("mw error", e); return web.json_response({"error": str(e)}, status=500)
    resp.headers["X-Time"] = f"{loop.time() - t:.1f}"; return resp
async def db_ctx(app):
    print("ctx start"); yield; print("ctx end")
async def up(app): print("startup")
async def down(app): print("shutdown")
async def clean(app): print("cleanup")
async def make():
    app = web.Application(middlewares=[timing]); app[DB] = {1: {"name": "ann"}}
    app.add_routes(routes); app.on_startup.append(up); app.on_shutdown.append(down); app.on_cleanup.append(clean); app.cleanup_ctx.append(db_ctx)
    sub = web.Application(); sub.router.add_get("/ping", lambda r: asyncio.sleep(0, web.Response(text="pong"))); app.add_subapp("/sub/", sub)
    return app
async def show(resp):
    async with resp as r: print(r.status, r.reason, r.content_type, (await r.text())[:150].replace("\n", "|"), r.headers.get("X-Time"), r.headers.get("X-Id"))
async def main():
    app = await make(); runner = web.AppRunner(app); await runner.setup(); site = web.TCPSite(runner, "127.0.0.1", 8095); await site.start(); print(site.name, runner.addresses)
    async with aiohttp.ClientSession("http://127.0.0.1:8095", headers={"X-Test": "t"}, timeout=ClientTimeout(total=2)) as s:
        await show(s.get("/")); await show(s.get("/users/1")); await show(s.get("/users/9")); await show(s.get("/users/x"))
        await show(s.post("/users", json={"name": "bob"})); await show(s.post("/users", data="{bad")); await show(s.post("/form", data={"a": "1", "b": "x y"})); await show(s.post("/form", data=FormData([("k", "v")])))
        await show(s.get("/query", params=[("q", "a b&c"), ("t", "1"), ("t", "2")])); await show(s.delete("/users")); await show(s.put("/query")); await show(s.head("/")); await show(s.options("/"))
        try: await show(s.get("/slow"))
        except asyncio.TimeoutError as e: print("timeout", repr(e))
        async with s.get("/stream") as r:
            async for line in r.content: print("line", line)
        await show(s.get("/boom")); await show(s.get("/view")); await show(s.post("/view", data=b"raw")); await show(s.patch("/view")); await show(s.get("/sub/ping")); await show(s.get("/nothing"))
        await show(s.get("/cookie", cookies={"a": "b"})); 
        try:
            async with s.get("/users/9", raise_for_status=True) as r: pass
        except aiohttp.ClientResponseError as e: print(e.status, e.message, e.request_info.method, str(e))
        async with s.get("/users/1") as r: print(await r.json(), r.ok, r.url, r.method, r.version, r.host, r.charset, await r.read(), r.content_length)
        async with s.get("/") as r:
            try: await r.json()
            except aiohttp.ContentTypeError as e: print(e.message, e.status)
        res = await asyncio.gather(*(s.get(f"/users/{n}") for n in (1, 2, 3))); print([r.status for r in res]); [r.release() for r in res]
    await runner.cleanup()
    try:
        async with aiohttp.ClientSession() as s: await s.get("http://127.0.0.1:8095/")
    except aiohttp.ClientConnectorError as e: print(e, e.host, e.port, e.os_error.errno)
    try: await s.get("http://x/")
    except RuntimeError as e: print(e)
asyncio.run(main())
