# recorded by hand: needs fastapi
# A FastAPI application behind a server: its life, its clients at once, its WebSockets, its handlers in threads.
import asyncio
import threading
import time
from contextlib import asynccontextmanager

import httpx
import uvicorn
from fastapi import FastAPI, HTTPException, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel


@asynccontextmanager
async def lifespan(app):
    app.state.jobs = {}
    print('begins')
    yield
    print('ends with', app.state.jobs)


app = FastAPI(lifespan=lifespan)


class Job(BaseModel):
    name: str
    seconds: float = 1


@app.post('/jobs', status_code=202)
async def start(job: Job):
    app.state.jobs[job.name] = 'running'
    await asyncio.sleep(job.seconds)
    app.state.jobs[job.name] = 'done'
    return job


@app.get('/jobs/{name}')
async def state(name: str):
    if name not in app.state.jobs:
        raise HTTPException(404, f'no job {name}')
    return {name: app.state.jobs[name]}


@app.get('/block')
def block():
    time.sleep(1)
    return threading.current_thread().name


@app.get('/stream')
async def stream():
    async def each():
        for number in range(3):
            yield f'{number};'
            await asyncio.sleep(0.2)
    return StreamingResponse(each(), media_type='text/plain')


@app.websocket('/ws/{name}')
async def talk(websocket: WebSocket, name: str, loud: bool = False):
    await websocket.accept()
    try:
        while True:
            text = await websocket.receive_text()
            await websocket.send_text(f'{name}: {text.upper() if loud else text}')
    except WebSocketDisconnect as e:
        print(name, 'left with', e.code)


async def main():
    server = uvicorn.Server(uvicorn.Config(app, host='127.0.0.1', port=8020, log_level='warning'))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.1)
    async with httpx.AsyncClient(base_url='http://127.0.0.1:8020') as client:
        began = time.monotonic()
        slow = asyncio.create_task(client.post('/jobs', json={'name': 'long', 'seconds': 2}))
        await asyncio.sleep(0.5)
        print((await client.get('/jobs/long')).json(), (await client.get('/jobs/other')).json())
        answers = await asyncio.gather(slow, client.post('/jobs', json={}), client.get('/block'), client.get('/block'))
        for answer in answers:
            print(answer.status_code, answer.json())
        async with client.stream('GET', '/stream') as answer:
            print([piece async for piece in answer.aiter_text()])
        print(int(time.monotonic() - began))
    server.should_exit = True
    await serving


asyncio.run(main())
with TestClient(app) as client, client.websocket_connect('/ws/ann?loud=1') as socket:
    socket.send_text('hello')
    print(socket.receive_text())
