# input() shows its prompt to whoever reads the other end of a pipe before it waits for the line.
import asyncio
import subprocess
import sys

CHILD = """
while (line := input("next? ")) != "stop":
    print(line.upper())
print("bye")
"""


async def main():
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CHILD, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    for word in "one", "two", "stop":
        print(word, (await child.stdout.readuntil(b"? ")).split(b"\n"))
        child.stdin.write(word.encode() + b"\n")
        await child.stdin.drain()
    print(await child.stdout.read(), await child.wait())


asyncio.run(main())

child = subprocess.Popen([sys.executable, "-c", CHILD], stdin=-1, stdout=-1, text=True, bufsize=1)
print(repr(child.stdout.read(6)))
print("stop", file=child.stdin, flush=True)
print(child.communicate(), child.returncode)
