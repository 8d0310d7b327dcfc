# A file that was closed while a loop watched it is found by itself, as its number is gone.
import asyncio
import socket


class Wrapped:
    def __init__(self, inner):
        self.inner = inner

    def fileno(self):
        return self.inner.fileno()


def tried(function, *args):
    try:
        print(function.__name__, function(*args))
    except (ValueError, OSError) as exc:
        print(function.__name__, repr(exc))


async def main():
    loop = asyncio.get_running_loop()
    one, _other = socket.socketpair()
    loop.add_reader(one, print, 'readable')
    loop.add_writer(one, print, 'writable')
    tried(loop.remove_writer, one)
    one.close()
    tried(loop.remove_reader, one)
    tried(loop.remove_reader, one)
    tried(loop.add_reader, one, print)

    one, _other2 = socket.socketpair()
    loop.add_reader(one, print)
    loop.add_writer(one, print)
    one.close()
    for _ in range(2):
        tried(loop.remove_reader, one)
        tried(loop.remove_writer, one)

    one, _other3 = socket.socketpair()
    wrapped = Wrapped(one)
    loop.add_reader(wrapped, print)
    one.close()
    tried(loop.remove_reader, one)
    tried(loop.remove_reader, wrapped)

    one, _other4 = socket.socketpair()
    number = one.fileno()
    loop.add_reader(number, print)
    one.close()
    tried(loop.remove_reader, one)
    tried(loop.remove_reader, number)
    tried(loop.remove_reader, number)


asyncio.run(main())
