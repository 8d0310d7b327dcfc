# In debug mode asyncio logs what its servers, connections and datagrams do.
import asyncio
import builtins
import logging
import os
import re
import sys

# The numbers of files count from the lowest that is free.
base, other = os.pipe()
os.close(base), os.close(other)


def numbered(text):
    return re.sub(r'fd=(\d+)', lambda m: f'fd=+{int(m[1]) - base}', text)


def print(*args):
    builtins.print(*[numbered(str(arg)) for arg in args])


class Formatter(logging.Formatter):
    def format(self, record):
        return numbered(super().format(record))


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Formatter('%(levelname)s %(name)s %(message)s'))
logging.basicConfig(level=logging.DEBUG, handlers=[handler])
class P(asyncio.Protocol):
    def connection_made(self, t): self.t = t; print(t)
    def data_received(self, d): print(d, self.t); self.t.pause_reading(); print(self.t, self.t.is_reading()); self.t.resume_reading(); print(self.t); self.t.pause_reading(); self.t.pause_reading(); asyncio.get_running_loop().call_later(1, self.t.resume_reading)
    def connection_lost(self, e): print("lost", repr(e))
    def pause_writing(self): print("pause", self.t.get_write_buffer_size() > 0); 
    def resume_writing(self): print("resume")
    def __repr__(self): return "<P>"
async def main():
    loop = asyncio.get_running_loop()
    s = await loop.create_server(P, '127.0.0.1', 7777)
    t, p = await loop.create_connection(P, '127.0.0.1', 7777)
    t.write(b"1"); await asyncio.sleep(.5); t.write(b"2"); await asyncio.sleep(1)
    t.write_eof(); t.write_eof()
    try: t.write(b"x")
    except RuntimeError as e: print(e)
    await asyncio.sleep(2)
    print(t, s)
    t, p = await loop.create_connection(P, 'localhost', 7777)
    t.abort(); print(t); await asyncio.sleep(.1); print(t)
    s.close(); print(s); await s.wait_closed()
    d, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=('127.0.0.1', 5555))
    e, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=('127.0.0.1', 5555))
    print(d); d.close(); e.close(); print(e)
asyncio.run(main(), debug=True)
