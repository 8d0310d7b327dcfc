# A loop that is made while PYTHONASYNCIODEBUG is set is in debug mode, here and in a child process.
import asyncio
import os
import subprocess
import sys

ASKS = "import asyncio; print(asyncio.new_event_loop().get_debug())"


async def main():
    return asyncio.get_running_loop().get_debug()


def show(label):
    child = subprocess.run([sys.executable, "-c", ASKS], capture_output=True, text=True)
    print(label, asyncio.run(main()), asyncio.run(main(), debug=False), child.stdout.strip())


show("unset:")
for value in ("1", "no", ""):
    os.environ["PYTHONASYNCIODEBUG"] = value
    show(f"{value!r}:")
os.environ["PYTHONASYNCIODEBUG"] = "x"
earlier = asyncio.new_event_loop()
del os.environ["PYTHONASYNCIODEBUG"]
show("deleted:")
print(earlier.get_debug())
earlier.close()
