# A coroutine of asyncio's that is cancelled before its first step is in the traceback with the line of its `def`.
import asyncio
import traceback


async def attempt(coroutine):
    try:
        await asyncio.wait_for(coroutine, 0)
    except TimeoutError as error:
        print(*traceback.format_exception(error.__cause__)[2:-1], sep='', end='')


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(lambda *streams: None, '127.0.0.1', 8000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8000)
    protocol = asyncio.Protocol
    for coroutine in (
            asyncio.open_connection('127.0.0.1', 1), asyncio.start_server(print, '127.0.0.1', 0),
            asyncio.open_unix_connection('/tmp/x'), asyncio.start_unix_server(print, '/tmp/x'),
            loop.create_connection(protocol, '127.0.0.1', 1), loop.create_server(protocol, '127.0.0.1', 0),
            loop.create_unix_connection(protocol, '/tmp/x'), loop.create_unix_server(protocol, '/tmp/x'),
            loop.create_datagram_endpoint(protocol, ('127.0.0.1', 0)), loop.connect_accepted_socket(protocol, None),
            loop.connect_read_pipe(protocol, None), loop.connect_write_pipe(protocol, None),
            loop.subprocess_exec(protocol, 'ls'), loop.subprocess_shell(protocol, 'ls'),
            asyncio.create_subprocess_exec('ls'), asyncio.create_subprocess_shell('ls'),
            loop.getaddrinfo('localhost', 1), loop.sock_connect(None, ('127.0.0.1', 1)), loop.sock_accept(None),
            server.__aenter__(), server.__aexit__(), server.serve_forever(), writer.drain(), reader.readline(),
            writer.start_tls(None), loop.start_tls(None, None, None),
            asyncio.Lock().__aenter__(), asyncio.Lock().__aexit__(None, None, None), asyncio.Semaphore().__aexit__(None, None, None),
            asyncio.TaskGroup().__aenter__(), asyncio.timeout(1).__aenter__(), asyncio.timeout(1).__aexit__(None, None, None)):
        try:
            await attempt(coroutine)
        except BaseException as error:
            print(type(error).__name__, error)
    writer.close()
    server.close()


asyncio.run(main())
