"""`from … import *` of modules whose names are made when they are asked for."""
import sys


def starred(module):
    names = {}
    exec(f'from {module} import *', names)
    del names['__builtins__']
    return names


for module in ('os', 'os.path', 'time', 'sys', 'inspect', 'locale', 'base64', 'asyncio.tasks', 'asyncio.streams', 'linecache'):
    names = starred(module)
    listed = getattr(sys.modules[module], '__all__', None)
    print(module, type(listed).__name__, listed is None or sorted(names) == sorted(set(listed)))
print('system' in starred('os'), 'environ' in starred('os'), 'sys' in starred('os'), 'strptime' in starred('time'))
print('path' in starred('sys'), 'exc_info' in starred('sys'), 'Signature' in starred('inspect'), 'getattr_static' in starred('inspect'))
print(starred('os.path')['join'](starred('os')['sep'], 'tmp'))
import asyncio.locks
import urllib.error
print(asyncio.locks.__all__, urllib.error.__all__)
