"""Such a name cannot be sent to name servers: `socket` says so before it asks them, and whoever opens connections by it."""
import asyncio
import http.client
import socket
import urllib.request

LONG = 'x' * 64


def tried(call, *args):
    try:
        print(call(*args))
    except (OSError, UnicodeError) as error:
        print(type(error).__name__, error)


for host in 'a..b', '.a', f'{LONG}.com', f'a.{LONG}', 'a..', 'xü..b':
    print(host)
    tried(socket.getaddrinfo, host, 80)
    tried(socket.gethostbyname, host)
    tried(socket.create_connection, (host, 80))
    if host.isascii():
        tried(urllib.request.urlopen, f'http://{host}/')
        tried(http.client.HTTPConnection(host).request, 'GET', '/')


async def main():
    for call in asyncio.get_running_loop().getaddrinfo, asyncio.open_connection:
        try:
            await call('a..b', 80)
        except UnicodeError as error:
            print(error)


asyncio.run(main())
