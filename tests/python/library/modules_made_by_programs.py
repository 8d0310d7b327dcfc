# A module that the program makes has its own __getattr__ for imports, and its repr; sockets of loops and levels of logs
# word their errors in CPython's frames.
import asyncio
import logging
import socket
import sys
import traceback
import types

made = types.ModuleType('made')
made.__getattr__ = lambda name: name.upper() if name.startswith('a') else getattr(None, name)
sys.modules['made'] = made
from made import alpha

print(alpha, made.apple, made)
try:
    from made import beta
except ImportError as e:
    print(e)


async def main():
    reader = socket.socket()
    reader.setblocking(False)
    reader.close()
    await asyncio.get_running_loop().sock_recv(reader, 1)


for call in (lambda: asyncio.run(main())), (lambda: logging.getLogger().log('bad', 'x')):
    try:
        call()
    except Exception:
        traceback.print_exc()
