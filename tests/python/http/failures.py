# What goes wrong with requests: statuses, time-outs, unknown names, closed sessions, bodies that are no JSON.
import asyncio

import aiohttp
import requests


async def attempt(title, awaitable):
    try:
        result = await awaitable
    except Exception as e:
        print(title, type(e).__name__, isinstance(e, aiohttp.ClientError), str(e))
    else:
        print(title, result)


async def main():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=1)) as session:
        async def status(url, **kwargs):
            async with session.get(url, **kwargs) as response:
                response.raise_for_status()
                return response.status

        async def json(url, **kwargs):
            async with session.get(url) as response:
                return await response.json(**kwargs)
        await attempt("200", status("https://httpbin.org/status/200"))
        await attempt("404", status("https://httpbin.org/status/404"))
        await attempt("503", status("https://httpbin.org/status/503"))
        await attempt("slow", status("https://httpbin.org/delay/5"))
        await attempt("slower", status("https://httpbin.org/delay/5", timeout=aiohttp.ClientTimeout(total=2)))
        await attempt("at last", status("https://httpbin.org/delay/5", timeout=aiohttp.ClientTimeout(total=10)))
        await attempt("no JSON", json("https://example.com/"))
        try:
            await status("example.com")
        except aiohttp.InvalidURL as e:
            print("no scheme", e, isinstance(e, ValueError))
        results = await asyncio.gather(status("https://httpbin.org/status/500"), status("https://httpbin.org/ip"),
                                       return_exceptions=True)
        print([type(each).__name__ for each in results])
    await attempt("closed", session.get("https://example.com"))


asyncio.run(main())
for url, timeout in (("https://httpbin.org/delay/5", 1), ("https://httpbin.org/delay/5", (3, 2)), ("example.com", None)):
    try:
        requests.get(url, timeout=timeout)
    except requests.exceptions.RequestException as e:
        print(type(e).__name__, e)
for code in (200, 404, 500):
    response = requests.get(f"https://httpbin.org/status/{code}")
    try:
        response.raise_for_status()
        print(response, response.ok, bool(response))
    except requests.HTTPError as e:
        print(response, response.ok, e, e.response.status_code)
