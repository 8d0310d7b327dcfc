# recorded by hand: the oracle has no trio
import trio


async def main():
    with trio.socket.socket() as plain:
        try:
            await plain.connect(("127.0.0.1", 9))
        except OSError as error:
            print(repr(error), error.__context__)
    try:
        await trio.open_tcp_stream("127.0.0.1", 9)
    except OSError as error:
        print(repr(error), repr(error.__cause__))


trio.run(main)
