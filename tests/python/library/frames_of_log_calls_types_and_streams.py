"""Frames where exceptions of the program pass through logging, argparse, and streams of asyncio."""
import argparse
import asyncio
import collections
import logging
import signal
import sys
import threading
import traceback


class Failing(logging.Handler):
    def emit(self, record):
        raise ZeroDivisionError(record.levelname)


def bad(text):
    raise RuntimeError(text)


def tell(function, *args):
    try:
        function(*args)
    except Exception:
        print(traceback.format_exc())


logging.getLogger().addHandler(Failing())
logging.getLogger().setLevel(1)
for log in (logging.debug, logging.info, logging.warning, logging.error, logging.exception, logging.critical, logging.fatal):
    tell(log, 'x')
logging.getLogger().handlers.clear()
print(logging.error.__name__, logging.fatal.__name__)
parser = argparse.ArgumentParser(prog='x')
parser.add_argument('-n', type=bad)
parser.add_argument('--many', nargs='+', type=bad)
parser.add_argument('pos', nargs='*', type=bad)
for words in (['-n', '3'], ['-n3'], ['--many', '1', '2'], ['a', 'b'], ['--many=3']):
    tell(parser.parse_args, words)
tell(collections.Counter.fromkeys, [1])
thread = threading.Thread(target=tell, args=(signal.signal, 2, print))
thread.start()
thread.join()
tell(signal.signal, 2, 'x')


async def two_readers():
    reader = asyncio.StreamReader()
    first = asyncio.create_task(reader.read())
    await asyncio.sleep(0)
    await reader.readline()


async def factory_fails():
    server = await asyncio.get_running_loop().create_server(asyncio.Protocol, '127.0.0.1', 8080)
    await asyncio.get_running_loop().create_connection(lambda: bad('factory'), '127.0.0.1', 8080)


async def slow():
    process = await asyncio.create_subprocess_exec('sleep', '5')
    await asyncio.wait_for(process.wait(), 1)

for main in (two_readers, factory_fails, slow):
    tell(asyncio.run, main())

import importlib.abc
import types
import urllib.parse

for missing in (lambda: types.SimpleNamespac(), lambda: urllib.parse.quot('a b'), lambda: importlib.abc.Finder):
    tell(missing)
