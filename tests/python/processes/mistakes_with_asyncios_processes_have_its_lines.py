# What is given to a process's pipes, or asked of one that is over, fails at the lines of asyncio's that CPython shows.
import asyncio
import re
import traceback
from asyncio.subprocess import PIPE


def tell(name):
    text = re.sub(r'File "[^"]*/(asyncio/\w+\.py|subprocess\.py)"', r'File "\1"', traceback.format_exc())
    print(name, text.replace(__file__, "program.py").partition("main\n")[2])


async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    for name, wrong in {
        "write": lambda: process.stdin.write("text"),
        "writelines": lambda: process.stdin.writelines(["a", "b"]),
        "limits": lambda: process.stdin.transport.set_write_buffer_limits(high=1, low=2),
        "signal": lambda: process.send_signal("KILL"),
    }.items():
        try:
            wrong()
        except Exception:
            tell(name)
    for name, wrong in {
        "communicate": process.communicate("text"),
        "shell of a list": asyncio.create_subprocess_shell(["ls", "-l"]),
        "text for a shell": asyncio.create_subprocess_shell("ls", text=True),
        "text": asyncio.create_subprocess_exec("ls", text=True),
        "no folder": asyncio.create_subprocess_shell("ls", cwd="/nowhere"),
    }.items():
        try:
            await wrong
        except Exception:
            tell(name)
    process.kill()
    await process.wait()
    for wrong in process.terminate, process.kill, lambda: process.send_signal(15):
        try:
            wrong()
        except ProcessLookupError:
            tell("over")

    async def served(reader, writer):
        try:
            writer.writelines(["text"])
        except TypeError:
            tell("server")
        writer.close()

    server = await asyncio.start_server(served, "127.0.0.1", 8790)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8790)
    await reader.read()
    writer.write_eof()
    try:
        writer.writelines([b"more"])
    except RuntimeError:
        tell("after the end")
    writer.close()
    server.close()
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=("127.0.0.1", 8791))
    for given in ("text",), (b"bytes", ("127.0.0.1", 1)):
        try:
            transport.sendto(*given)
        except (TypeError, ValueError):
            tell("datagram")
    transport.close()


asyncio.run(main())
