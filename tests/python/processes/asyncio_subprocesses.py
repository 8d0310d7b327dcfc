import asyncio
import sys

CHILD = r'''
import sys
for line in sys.stdin:
    line = line.strip()
    if line == "quit":
        print("bye", file=sys.stderr)
        sys.exit(3)
    print("got", line.upper(), flush=True)
'''


async def communicate():
    proc = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print('out'); import sys; print('err', file=sys.stderr)",
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print("before", proc.returncode)
    print(await proc.communicate(), proc.returncode)


async def dialogue():
    proc = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CHILD, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE)
    for word in ("one", "two"):
        proc.stdin.write(f"{word}\n".encode())
        await proc.stdin.drain()
        print(await proc.stdout.readline())
    proc.stdin.write(b"quit\n")
    print(await proc.stderr.read())
    print("status", await proc.wait())


async def shell():
    proc = await asyncio.create_subprocess_shell(
        "echo hello; echo wrong >&2; exit 5", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
    out, err = await proc.communicate()
    print(out, err, proc.returncode)
    proc = await asyncio.create_subprocess_shell("cat | tr a-z A-Z", stdin=asyncio.subprocess.PIPE,
                                                 stdout=asyncio.subprocess.PIPE)
    print(await proc.communicate(b"some text\n"))


async def missing():
    try:
        await asyncio.create_subprocess_exec("no-such-program", "x")
    except FileNotFoundError as exc:
        print(type(exc).__name__, exc)
    proc = await asyncio.create_subprocess_shell("no-such-program", stderr=asyncio.subprocess.PIPE)
    _, err = await proc.communicate()
    print(b"not found" in err, proc.returncode)


async def failing():
    proc = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "def f():\n    return 1 / 0\nf()", stderr=asyncio.subprocess.PIPE)
    _, err = await proc.communicate()
    print(err.decode())
    print(proc.returncode)


async def main():
    await communicate()
    await dialogue()
    await shell()
    await missing()
    await failing()
    try:
        await asyncio.create_subprocess_exec(sys.executable, "-c", "", text=True)
    except ValueError as exc:
        print("ValueError:", exc)


asyncio.run(main())
