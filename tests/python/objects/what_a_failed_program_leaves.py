"""What the exception that ends a program holds lives until the modules go; a traceback told then has plain carets."""
import asyncio
import sys


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, file=sys.stderr)


async def fails():
    raise IndexError([][0])


async def main():
    held = Held("local of main")
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    raise ValueError("the program's end")


kept = Held("global")
asyncio.run(main())
