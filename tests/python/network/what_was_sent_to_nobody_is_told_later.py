# The end of a stream after a reset, a datagram after one that nobody took, and names that are no files'.
import asyncio, socket
async def main():
    loop=asyncio.get_running_loop()
    async def serve(r, w):
        w.transport.abort()
    s = await asyncio.start_server(serve, "127.0.0.1", 8888)
    r, w = await asyncio.open_connection("127.0.0.1", 8888)
    await asyncio.sleep(0.1)
    try: w.write_eof(); print("no error")
    except Exception as e: print(repr(e))
    r, w = await asyncio.open_connection("127.0.0.1", 8888)
    await asyncio.sleep(0.1)
    w.write(b'x')
    try: w.write_eof(); print("no error")
    except Exception as e: print(repr(e))
    s.close()
asyncio.run(main())
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.connect(("127.0.0.1", 9))
for i in range(3):
    try: print(u.send(b'x'))
    except Exception as e: print(repr(e))
u.close()
a=socket.socket(socket.AF_UNIX); a.bind("\0abs"); print(a.getsockname()); a.listen()
c=socket.socket(socket.AF_UNIX); c.connect("\0abs"); print(c.getpeername()); d,addr=a.accept(); print(addr, d.getsockname())
c.close(); d.close(); a.close()
