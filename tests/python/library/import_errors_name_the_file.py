try:
    from collections import Mapping
except ImportError as e: print(e)
try:
    import urllib2
except ImportError as e: print(e)
try:
    from asyncio import coroutine
except ImportError as e: print(e)
try:
    from asyncio import async_timeout
except ImportError as e: print(e, e.name, e.path is not None)
try:
    import asyncio.compat
except ImportError as e: print(repr(e), e.name)
try:
    from urllib import urlopen
except ImportError as e: print(str(e).split('(')[0])
try:
    import concurrent.futures.foo
except ImportError as e: print(e)
try:
    from . import x
except ImportError as e: print(e)
try:
    import os.nope
except ImportError as e: print(e)
from asyncio import JoinableQueue
