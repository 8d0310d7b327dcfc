# recorded by hand: needs fastapi
# Lines of JSON, events, streams whose dependencies stay open, a client that does not wait to the end.
import asyncio
from typing import AsyncIterable, Iterable

import httpx
import uvicorn
from fastapi import Depends, FastAPI, Request
from fastapi.responses import EventSourceResponse, StreamingResponse
from fastapi.sse import ServerSentEvent
from pydantic import BaseModel

app = FastAPI()


class Step(BaseModel):
    number: int
    note: str | None = None


@app.get('/lines')
async def lines() -> AsyncIterable[Step]:
    for number in range(2):
        yield Step(number=number)
        await asyncio.sleep(0.5)


@app.get('/plain-lines')
def plain_lines() -> Iterable[Step]:
    yield {'number': '7', 'note': 'from a thread'}


@app.get('/events', response_class=EventSourceResponse)
async def events() -> AsyncIterable[ServerSentEvent]:
    yield ServerSentEvent(data={'a': 1}, event='first', id='1')
    await asyncio.sleep(20)
    yield ServerSentEvent(raw_data='two\nlines', retry=100, comment='late')


async def resource():
    print('opened')
    try:
        yield 'held'
    finally:
        print('closed')


@app.get('/held')
async def held(what: str = Depends(resource)):
    async def pieces():
        for number in range(2):
            yield f'{what} {number};'
            await asyncio.sleep(0.1)
        print('sent')
    return StreamingResponse(pieces(), media_type='text/plain')


@app.get('/long')
async def long(request: Request):
    for number in range(10):
        if await request.is_disconnected():
            print('nobody waits after', number)
            return None
        await asyncio.sleep(0.5)
    return 'finished'


async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8021, log_level='warning'))
    serving = asyncio.create_task(server.serve())
    await asyncio.sleep(0.5)
    async with httpx.AsyncClient(base_url='http://127.0.0.1:8021', timeout=30) as client:
        for path in '/lines', '/plain-lines', '/events', '/held':
            answer = await client.get(path)
            print(path, answer.status_code, answer.headers['content-type'], repr(answer.text))
        try:
            await client.get('/long', timeout=1.2)
        except httpx.ReadTimeout:
            print('no longer')
        await asyncio.sleep(1)
        print((await client.get('/long')).json())
    server.should_exit = True
    await serving


asyncio.run(main())
