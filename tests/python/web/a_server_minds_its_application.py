# recorded by hand: needs uvicorn
# An application of functions alone: what the server says where it fails, answers nothing or too much, or cannot be found.
import asyncio

import httpx
import uvicorn


async def app(scope, receive, send):
    if scope['type'] == 'lifespan':
        while True:
            message = await receive()
            print(message)
            await send({'type': message['type'] + '.complete'})
            if message['type'] == 'lifespan.shutdown':
                return
    print(scope['method'], scope['path'], scope['raw_path'], scope['query_string'], scope['asgi'], scope['http_version'])
    if scope['path'] == '/fails':
        raise ValueError('no answer')
    if scope['path'] == '/nothing':
        return
    start = {'type': 'http.response.start', 'status': 200, 'headers': [(b'content-length', b'5')]}
    await send(start)
    if scope['path'] == '/twice':
        await send(start)
    if scope['path'] != '/half':
        await send({'type': 'http.response.body', 'body': b'too much' if scope['path'] == '/more' else b'right'})
    return 1 if scope['path'] == '/value' else None


async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8011, headers=[('X-From', 'here')], server_header=False))
    serving = asyncio.create_task(server.serve())
    await asyncio.sleep(0.5)
    async with httpx.AsyncClient(base_url='http://localhost:8011') as client:
        for path in '/a%20b', '/fails', '/nothing', '/twice', '/half', '/more', '/value', '/right':
            try:
                answer = await client.get(path)
                print(answer.status_code, answer.headers['x-from'], answer.text)
            except httpx.HTTPError as e:
                print(type(e).__name__, e)
    server.should_exit = True
    await serving


asyncio.run(main())
for wrong in 'nowhere:nothing', 'json:app', 'json':
    try:
        uvicorn.run(wrong)
    except SystemExit as e:
        print('exit', e.code)
