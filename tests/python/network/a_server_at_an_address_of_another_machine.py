import asyncio
import logging
import traceback


def serve(*args):
    pass


async def main(debug):
    asyncio.get_running_loop().set_debug(debug)
    for host in ["203.0.113.5", ["203.0.113.5", "203.0.113.6"]]:
        try:
            await asyncio.start_server(serve, host, 8888)
        except OSError as error:
            print(error.errno, error.args if isinstance(host, str) else len(error.args))
            if not debug and isinstance(host, str):
                traceback.print_exc()
    server = await asyncio.start_server(serve, ["203.0.113.5", "127.0.0.1"], 8888)
    print([socket.getsockname() for socket in server.sockets])
    server.close()


asyncio.run(main(False))
logging.basicConfig(format="%(levelname)s %(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)
asyncio.run(main(True))
