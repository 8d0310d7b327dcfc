# recorded by hand: CPython with rich 15.0.0
"""Where the program lies is known to what is imported first, so that a traceback shows its lines."""
from rich.console import Console
import asyncio
import os
import sys


console = Console(width=200, record=True, file=open(os.devnull, 'w'))


async def inner(x):
    await asyncio.sleep(0.1)
    return 1 / x


async def main():
    try:
        await inner(0)
    except ZeroDivisionError:
        console.print_exception(show_locals=True, extra_lines=1, width=200)
        text = console.export_text().replace(os.getcwd() + '/', '').replace(os.path.basename(sys.argv[0]), 'FILE')
        for line in text.splitlines():
            print(line.strip('│╭╮╯╰─ '))
    print(len(sys.argv), os.path.exists(sys.argv[0]), 'rich' in sys.argv[0].split(os.sep))


asyncio.run(main())
