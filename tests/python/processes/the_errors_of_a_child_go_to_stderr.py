# What a child and its own children write to stderr comes to the program's, between its own lines.
import asyncio
import subprocess
import sys


async def main():
    p = await asyncio.create_subprocess_exec("sh", "-c", "echo exec >&2")
    print("status", await p.wait())
    print("parent", file=sys.stderr)
    p = await asyncio.create_subprocess_shell("echo shell 1>&2; { echo group; echo of two; } >&2; (echo sub >&2)")
    await p.wait()
    print("parent again", file=sys.stderr)


asyncio.run(main())
subprocess.run("echo piped | cat >&2; for i in 1 2; do echo $i; done >&2", shell=True)
code = "import os, sys; print('python', file=sys.stderr); os.write(2, b'raw\\n'); os.system('echo deep >&2')"
subprocess.run([sys.executable, "-c", code])
print(subprocess.run("echo apart >&2; echo kept", shell=True, stdout=subprocess.PIPE))
print(subprocess.run("echo apart >&2; echo kept >&2", shell=True, stderr=subprocess.PIPE))
