"""Writes public_names.txt: the public names of CPython 3.13's modules and built-in types, one a line.

    python3.13 tests/tables/record_public_names.py

It runs where the packages of OTHERS are installed. A line is what is asked (a module's name, or a built-in type's), a colon, and its names: `__all__` of a module if it has
one, submodules of a package left out, else what does not begin with an underscore and is no module. docs/python-support.md says which of them are here.
"""
import builtins
import importlib.util
import os
import types
import warnings

MODULES = """
abc argparse array ast asyncio asyncio.base_events asyncio.coroutines asyncio.events asyncio.exceptions asyncio.futures
asyncio.locks asyncio.log asyncio.protocols asyncio.queues asyncio.runners asyncio.streams asyncio.subprocess
asyncio.tasks asyncio.taskgroups asyncio.threads asyncio.timeouts asyncio.transports asyncio.unix_events atexit base64
binascii bisect builtins cProfile calendar cmath code codecs codeop collections collections.abc concurrent.futures
concurrent.futures.process concurrent.futures.thread configparser contextlib contextvars copy csv dataclasses datetime
decimal difflib dis email enum errno fnmatch fractions functools gc getpass gettext glob graphlib gzip hashlib heapq
hmac html html.parser http http.client http.cookies http.server importlib inspect io ipaddress itertools json keyword
linecache locale logging logging.config logging.handlers math mimetypes multiprocessing multiprocessing.connection
multiprocessing.managers multiprocessing.pool multiprocessing.queues multiprocessing.sharedctypes
multiprocessing.synchronize netrc numbers operator os os.path pathlib pdb pickle platform pprint profile pstats queue
quopri random re reprlib sched secrets select selectors shelve shlex shutil signal socket socketserver sqlite3 ssl stat
statistics string struct subprocess sys tempfile textwrap threading time timeit tomllib traceback tracemalloc types
typing unicodedata unittest unittest.mock urllib.error urllib.parse urllib.request urllib.robotparser uuid warnings
weakref webbrowser xml zipfile zlib zoneinfo
""".split()
OTHERS = """
aiocsv aiofiles aiohttp aiohttp.web async_timeout colorama dotenv httpx multidict orjson pytest requests urllib3 uvloop yarl bs4
typing_extensions aio_pika aio_pika.abc aio_pika.exceptions aio_pika.patterns aiormq pika pika.adapters
rich
attr attrs attrs.validators
backoff ujson aioconsole psutil
yaml
structlog structlog.processors structlog.stdlib websocket prettytable
""".split()
TYPES = "bool bytearray bytes complex dict float frozenset int list memoryview object range set slice str tuple type".split()


def names(module):
    listed = getattr(module, "__all__", None)
    if listed is None:
        listed = [name for name, value in vars(module).items() if not name.startswith("_") and not isinstance(value, types.ModuleType)]
    elif hasattr(module, "__path__"):
        listed = [name for name in listed if importlib.util.find_spec(f"{module.__name__}.{name}") is None]
    return sorted(set(listed))


def main():
    warnings.simplefilter("ignore")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "public_names.txt"), "w") as file:
        for name in MODULES + OTHERS:
            print(f"{name}: {' '.join(names(importlib.import_module(name)))}", file=file)
        for name in TYPES:
            public = sorted(one for one in dir(getattr(builtins, name)) if not one.startswith("_"))
            print(f"type {name}: {' '.join(public)}", file=file)


main()
