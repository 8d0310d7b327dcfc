import asyncio
async def tcp_echo_client(message, loop):
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888, loop=loop)
    print('Send: %r' % message)
loop = asyncio.get_event_loop()
loop.run_until_complete(tcp_echo_client('Hello World!', loop))
loop.close()
