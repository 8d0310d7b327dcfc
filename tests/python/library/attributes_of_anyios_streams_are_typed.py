# recorded by hand: needs anyio
"""Sets of typed attributes have subclasses; streams of sockets and files tell theirs, as long as these are known."""
import io

import anyio
from anyio import TypedAttributeLookupError, TypedAttributeProvider, TypedAttributeSet, typed_attribute
from anyio.abc import SocketAttribute
from anyio.streams.file import FileReadStream, FileStreamAttribute, FileWriteStream


class First(TypedAttributeSet):
    one: int = typed_attribute()


class Same(First):
    pass


class More(First):
    two: str = typed_attribute()


try:
    class Bare(More):
        three = typed_attribute()
except TypeError as error:
    print(error)


class Provider(TypedAttributeProvider):
    pass


print(Same.one is First.one, sorted(More.__annotations__), Provider.__mro__, Provider().__dict__)
print(typed_attribute.__module__, TypedAttributeSet, SocketAttribute, FileStreamAttribute)


def told(stream, attribute):
    try:
        return stream.extra(attribute)
    except (TypedAttributeLookupError, OSError) as error:
        return f'{type(error).__name__}: {error}'


async def main():
    async def serve(stream):
        async with stream:
            await stream.send(b'hi')
    listener = await anyio.create_tcp_listener(local_host='127.0.0.1', local_port=7777)
    print(told(listener, SocketAttribute.local_port), told(listener, SocketAttribute.remote_port))
    async with anyio.create_task_group() as group:
        group.start_soon(listener.serve, serve)
        stream = await anyio.connect_tcp('127.0.0.1', 7777)
        print(told(stream, SocketAttribute.remote_address), told(stream, SocketAttribute.remote_port))
        await stream.aclose()
        for attribute in (SocketAttribute.remote_port, SocketAttribute.local_port, SocketAttribute.local_address,
                          SocketAttribute.family):
            print(told(stream, attribute))
        print(stream.extra(First.one, 'none'), len(stream.extra_attributes))
        group.cancel_scope.cancel()
    await listener.aclose()
    async with await FileWriteStream.from_path('/tmp/attributes.txt') as stream:
        print(repr(told(stream, FileStreamAttribute.path)), told(stream, FileStreamAttribute.file).closed)
        print(told(stream, FileStreamAttribute.fileno) > 2, told(stream, First.one))
    stream = FileReadStream(io.BytesIO(b'text'))
    print(told(stream, FileStreamAttribute.path), told(stream, FileStreamAttribute.fileno), await stream.receive())


anyio.run(main)
