# Redirects of a program's own server, as each client follows them; httpx with transports of the program's own.
import asyncio, aiohttp, httpx, requests, urllib.request, urllib.error, threading
from aiohttp import web
async def home(r): return web.Response(text=f"home {r.method} {await r.text()}")
async def move(r): raise web.HTTPFound("/home")
async def perm(r): raise web.HTTPPermanentRedirect("/home")
async def see(r): raise web.HTTPSeeOther(location="/move")
async def loop(r): raise web.HTTPTemporaryRedirect("/loop")
def sync(base):
    print("requests")
    r = requests.get(base + "/see"); print(r, r.url, [h.status_code for h in r.history], r.text, r.is_redirect)
    r = requests.post(base + "/perm", data={"a": 1}); print(r.status_code, r.text, r.history)
    r = requests.post(base + "/move", data={"a": 1}); print(r.status_code, r.text, r.history)
    r = requests.get(base + "/move", allow_redirects=False); print(r.status_code, r.headers["Location"], r.is_redirect)
    try: requests.get(base + "/loop")
    except requests.TooManyRedirects as e: print(e)
    print("httpx")
    with httpx.Client(base_url=base) as c:
        r = c.get("/move"); print(r.status_code, r.is_redirect, r.next_request, r.history)
        r = c.get("/see", follow_redirects=True); print(r, r.url, r.history, r.text)
        r = c.post("/perm", content=b"x", follow_redirects=True); print(r.text)
        try: c.get("/loop", follow_redirects=True)
        except httpx.TooManyRedirects as e: print(e)
    print("urllib")
    with urllib.request.urlopen(base + "/see") as r: print(r.status, r.url, r.read())
    try: urllib.request.urlopen(base + "/loop")
    except urllib.error.HTTPError as e: print(e.code, e)
    try: urllib.request.urlopen(urllib.request.Request(base + "/perm", data=b"x", method="POST"))
    except urllib.error.HTTPError as e: print(e.code, e)
async def main():
    app = web.Application()
    app.router.add_route("*", "/home", home)
    for n, h in dict(move=move, perm=perm, see=see, loop=loop).items(): app.router.add_route("*", "/" + n, h)
    runner = web.AppRunner(app); await runner.setup(); await web.TCPSite(runner, "127.0.0.1", 8097).start()
    base = "http://127.0.0.1:8097"
    async with aiohttp.ClientSession() as s:
        async with s.get(base + "/see") as r: print(r.status, r.url, [h.status for h in r.history], await r.text())
        async with s.post(base + "/perm", data=b"abc") as r: print(r.status, r.url, await r.text())
        async with s.post(base + "/move", data=b"abc") as r: print(r.status, r.url, await r.text())
        async with s.get(base + "/move", allow_redirects=False) as r: print(r.status, r.headers["Location"], await r.text())
        try: await s.get(base + "/loop")
        except aiohttp.TooManyRedirects as e: print(type(e).__name__, e.status, len(e.history))
    await asyncio.to_thread(sync, base)
    await runner.cleanup()
    def handler(request):
        print("mock", request.method, request.url, request.headers.get("x-a"))
        if request.url.path == "/err": raise httpx.ConnectError("no way", request=request)
        if request.url.path == "/go": return httpx.Response(302, headers={"location": "/there"})
        return httpx.Response(200, json={"path": request.url.path, "body": request.content.decode()})
    async with httpx.AsyncClient(transport=httpx.MockTransport(handler), base_url="https://api.example", headers={"x-a": "b"}) as c:
        r = await c.post("/x", content="hi"); print(r.json(), r.request)
        r = await c.get("/go", follow_redirects=True); print(r, r.history, r.url)
        try: await c.get("/err")
        except httpx.ConnectError as e: print(repr(e))
    with httpx.Client(transport=httpx.MockTransport(lambda r: httpx.Response(404, text="none"))) as c:
        r = c.get("http://h/"); print(r, r.text, r.headers)
        try: r.raise_for_status()
        except httpx.HTTPStatusError as e: print(e)
    class Count(httpx.BaseTransport):
        n = 0
        def handle_request(self, request): self.n += 1; return httpx.Response(200, text=str(self.n))
    with httpx.Client(transport=Count()) as c: print(c.get("http://h/").text, c.get("http://h/").text)
asyncio.run(main())
