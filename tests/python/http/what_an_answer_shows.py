# The reprs, parts and errors of answers and sessions, as the libraries' own.
import asyncio

import aiohttp
import httpx
import requests
from aiohttp.client_exceptions import ClientConnectorError
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry
from yarl import URL

HOST = "https://httpbin.org"


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(f"{type(e).__module__}.{type(e).__name__}: {e} | {e!r}")


async def awaited(awaitable):
    try:
        print(repr(await awaitable))
    except Exception as e:
        print(f"{type(e).__module__}.{type(e).__name__}: {e} | {e!r}")


async def main():
    async with aiohttp.ClientSession(headers={"User-Agent": "me"}) as session:
        async with session.get(HOST + "/get", params={"q": "é", "n": 1}) as response:
            print(response)
            print(repr(response.url), response.url.path, response.url.query["q"], response.host, response.method)
            print(response.reason, response.ok, response.content_type, response.charset, response.content_length)
            print(response.content, response.request_info.headers, response.version, response.history)
            print((await response.json())["headers"])
        await awaited(response.text())
        async with session.get(HOST) as response:
            sizes = [len(chunk) async for chunk in response.content.iter_chunked(100)]
            print(sizes, response.content.at_eof())
        async with session.get(HOST) as response:
            print(await response.content.readline(), await response.content.read(6), len(await response.read()))
        try:
            await session.get("https://nowhere.invalid")
        except ClientConnectorError as e:
            print(e, e.host, e.port, e.os_error, isinstance(e, OSError), repr(e))
        await awaited(session.get("ftp://example.com"))
        await awaited(session.get(HOST, params={"on": True}))
        await awaited(session.post(HOST, data="x", json={}))
        await awaited(session.get(HOST + "/status/418", raise_for_status=True))
        await awaited(session.get(HOST + "/delay/9", timeout=aiohttp.ClientTimeout(sock_read=1)))
        form = aiohttp.FormData()
        form.add_field("name", "value")
        form.add_field("file", b"content", filename="a.txt")
        async with session.post(HOST + "/post", data=form, auth=aiohttp.BasicAuth("u", "p")) as response:
            answer = await response.json()
            print(answer["form"], answer["files"], answer["headers"])
        print(session.timeout)
    attempt(aiohttp.ClientSession, timeout=5)
    async with aiohttp.ClientSession(HOST + "/anything/", raise_for_status=True) as session:
        print((await session.get("deeper")).url)
    async with httpx.AsyncClient(base_url=HOST, params={"k": 1}) as client:
        response = await client.get("/get", headers={"X": "y"})
        print(response, response.json()["headers"], response.url, response.elapsed)
        async with client.stream("GET", "/ip") as response:
            print([line async for line in response.aiter_lines()])
        await awaited(client.get("/delay/8"))
        await awaited(client.get("/delay/8", timeout=None))
    await awaited(client.get("/"))


asyncio.run(main())
for url in (HOST + "/get?a=1", "nope", "ftp://a/b", "http://", "https://nowhere.invalid/x?y"):
    attempt(requests.get, url)
    attempt(httpx.get, url)
attempt(requests.get, HOST, timeout="soon")
attempt(requests.get(HOST).json)
attempt(httpx.get(HOST).json)
attempt(httpx.get(HOST + "/status/404").raise_for_status)
attempt(httpx.get(HOST + "/status/500").raise_for_status)
attempt(httpx.Timeout, connect=1)
print(httpx.Timeout(5), httpx.Timeout(5, read=1), httpx.Limits(max_connections=3), httpx.Headers({"A": "b"}))
response = requests.get(HOST + "/get", params={"a": "b c", "l": [1, 2], "n": None}, auth=("u", "p"))
print(response.url, response.headers, response.encoding, response.cookies, response.history, response.request)
print(response.elapsed, response.request.headers, response.json()["args"], response.json()["headers"])
session = requests.Session()
session.mount("https://", HTTPAdapter(max_retries=Retry(total=2, backoff_factor=1, status_forcelist=[503])))
attempt(session.get, HOST + "/status/503")
print(requests.codes.ok, requests.codes["not_found"], requests.codes)
url = URL("https://example.com/a b/c.txt?x=1#f")
print(repr(url), url.parts, url.name, url.suffix, url.parent, url / "d", url.with_query(y="z"), url % {"k": "v"}, url.origin())
