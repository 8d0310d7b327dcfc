# recorded by hand: requests 2.34, httpx 0.28 and aiohttp 3.14 are not of the library; this is what they print on CPython 3.13.
import asyncio
import contextlib

import aiohttp
import httpx
import requests

URL = "http://127.0.0.1:9/"


def say(name, what):
    try:
        print(name, what())
    except Exception as e:
        print(name, type(e).__module__, type(e).__name__, "-", e)


say("number for a header", lambda: requests.get(URL, headers={"X": 1}))
say("number for a name", lambda: requests.get(URL, headers={1: "X"}))
say("line in a header", lambda: requests.get(URL, headers={"X": "a\nb"}))
say("space before a header", lambda: requests.get(URL, headers={"X": " a"}))
say("great port", lambda: requests.get("http://127.0.0.1:99999/"))
say("port of letters", lambda: requests.get("http://127.0.0.1:abc/"))

for client in httpx, httpx.Client(), httpx.AsyncClient():
    say("json", lambda: client.get(URL, json={}))
    say("word", lambda: client.post(URL, verify_=False))
    say("typo", lambda: client.gett)
say("url", lambda: httpx.get(None))
say("header", lambda: httpx.get(URL, headers={"X": 1}))
say("of request", lambda: httpx.request("GET", URL, bogus=1))
say("stream", lambda: httpx.stream("GET", URL).read())
say("stream of a client", lambda: httpx.Client().stream("GET", URL).text)
say("stream awaited", lambda: httpx.AsyncClient().stream("GET", URL).aread)
print(repr(httpx.codes.OK), httpx.codes.NOT_FOUND, httpx.codes.ok, httpx.codes(404) == 404, httpx.codes.get_reason_phrase(201),
      httpx.codes.is_error(500), httpx.codes.is_success(204), httpx.codes.IM_A_TEAPOT.phrase, httpx.codes(413).name, httpx.codes.URI_TOO_LONG.value if hasattr(httpx.codes, 'URI_TOO_LONG') else httpx.codes.request_uri_too_long)


async def main():
    session = aiohttp.ClientSession()
    request = session.get(URL)
    print(type(request), asyncio.iscoroutine(request))
    request.close()

    def plain(what):
        with what:
            pass

    for name, what in ("get", session.get(URL)), ("session", aiohttp.ClientSession):
        say("with " + name, lambda: plain(what))
        with contextlib.suppress(AttributeError, TypeError):
            what.close()
    try:
        await aiohttp.request("GET", URL)
    except TypeError as e:
        print(e)
    for given in {"X": 1}, {"X": None}:
        try:
            await session.get(URL, headers=given)
        except aiohttp.ClientConnectorError as e:
            print(e)
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 8099)
    try:
        await session.get("http://127.0.0.1:8099/", headers={"X": 1})
    except TypeError as e:
        print(e)
    server.close()
    say("wrong word", lambda: aiohttp.TCPConnector(bogus=1))
    say("wrong connector", lambda: aiohttp.ClientSession(connector=3))
    say("not there", lambda: aiohttp.get(URL))
    say("two arguments", lambda: aiohttp.ClientSession(URL, 3))
    await session.close()


asyncio.run(main())
