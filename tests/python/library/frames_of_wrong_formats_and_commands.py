import asyncio
import logging
import subprocess
import sys
import traceback

record = logging.makeLogRecord({'msg': 'said'})
for formatter in (logging.Formatter('%(nope)s'), logging.Formatter('{nope}', style='{'), logging.Formatter('%(msg)d'),
                  logging.Formatter('{msg:d}', style='{'), logging.Formatter('$nope', style='$'),
                  logging.Formatter('%(asctime)s', '%')):
    try:
        print(formatter.format(record)[:1])
    except (ValueError, TypeError):
        traceback.print_exc(file=sys.stdout)


async def main():
    await asyncio.create_subprocess_exec('sleep', 1)


for wrong in (lambda: subprocess.run(['echo', 1]), lambda: subprocess.run(['echo', None], capture_output=True),
              lambda: asyncio.run(main())):
    try:
        wrong()
    except TypeError:
        traceback.print_exc(file=sys.stdout)
