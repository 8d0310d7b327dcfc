# recorded by hand: CPython with websocket-client 1.9.2 and websockets
"""Clients that block and clients that call functions talk to a server of the program: they echo, ping, reconnect and close."""
import asyncio, threading, time
import websocket, websockets
from websockets.asyncio.server import serve
async def handler(ws):
    try:
        async for m in ws:
            if m == "bye": await ws.close(4000, "done"); return
            if m == "slow": await asyncio.sleep(2); m = "late"
            if m == "drop": ws.transport.abort(); return
            await ws.send(m if isinstance(m, bytes) else f"echo {m}")
    except websockets.ConnectionClosed as e: print("server:", e)
ready = threading.Event(); loop = None; stop = None
def server():
    async def main():
        global loop, stop
        loop = asyncio.get_running_loop(); stop = asyncio.Event()
        async with serve(handler, "localhost", 8765): ready.set(); await stop.wait()
    asyncio.run(main())
th = threading.Thread(target=server); th.start(); ready.wait()
U = "ws://localhost:8765/p?q=1"
ws = websocket.create_connection(U, timeout=1, header={"X-A": "b"})
print(ws.connected, ws.getstatus(), ws.getsubprotocol()); print(ws.send("hi"), ws.recv()); ws.send_binary(b"\x00\x01"); print(ws.recv()); ws.send("x" * 70000); print(len(ws.recv()))
ws.send("slow")
try: ws.recv()
except websocket.WebSocketTimeoutException as e: print("timeout:", e)
ws.settimeout(5); print(ws.recv()); ws.ping("p"); ws.send("after ping"); print(ws.recv()); print(ws.recv_data.__name__)
ws.send("bye"); print(repr(ws.recv()), ws.connected)
try: ws.recv()
except websocket.WebSocketConnectionClosedException as e: print("closed:", e)
try: ws.send("x")
except websocket.WebSocketConnectionClosedException as e: print("closed:", e)
ws = websocket.WebSocket(); ws.connect(U); ws.send("a"); print(ws.recv()); ws.close(); print(ws.connected, ws.sock)
for bad in ("ws://localhost:9", "http://localhost", "nope"):
    try: websocket.create_connection(bad)
    except Exception as e: print(type(e).__name__, e)
log = []
def on_open(app): print("open"); app.send("one"); app.send(b"two", websocket.ABNF.OPCODE_BINARY); threading.Thread(target=lambda: (time.sleep(1), app.send("bye"))).start()
def on_message(app, m): print("message", m); 1 / 0 if m == "echo one" else None
app = websocket.WebSocketApp(U, on_open=on_open, on_message=on_message, on_error=lambda a, e: print("error", type(e).__name__, e), on_close=lambda a, c, r: print("close", c, r), on_data=lambda a, d, k, f: print("data", d, k, f), on_pong=lambda a, d: print("pong", d))
print(app.run_forever(ping_interval=0.4, ping_timeout=0.3))
n = 0
def on_open2(app):
    global n; n += 1; print("open", n); app.send("drop") if n < 3 else app.close()
app = websocket.WebSocketApp(U, on_open=on_open2, on_error=lambda a, e: print("error", type(e).__name__), on_close=lambda a, c, r: print("close", c, r), on_reconnect=lambda a: (print("again"), on_open2(a)))
print(app.run_forever(reconnect=2))
app = websocket.WebSocketApp("ws://localhost:9", on_error=lambda a, e: print("error", type(e).__name__, e), on_close=lambda *a: print("close", a[1:])); print(app.run_forever())
loop.call_soon_threadsafe(stop.set); th.join()
def frame_in_parts():
    """A server that sends a frame in parts, with three seconds between them."""
    from websocket import WebSocket
    import base64, hashlib, socket
    listening = socket.create_server(("localhost", 0))
    def serve_parts():
        with listening, listening.accept()[0] as to:
            head = b""
            while b"\r\n\r\n" not in head: head += to.recv(4096)
            key = next(line for line in head.split(b"\r\n") if line.startswith(b"Sec-WebSocket-Key: "))[19:]
            answer = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
            to.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + answer + b"\r\n\r\n")
            for part in b"\x81", b"\x7e\x00", b"\xc8" + b"a" * 50, b"b" * 150 + b"\x82\x03x", b"yz": time.sleep(3); to.sendall(part)
            time.sleep(1)
    threading.Thread(target=serve_parts).start()
    ws = websocket.create_connection(f"ws://localhost:{listening.getsockname()[1]}", timeout=1.6)
    for _ in range(11):
        try: got = ws.recv(); print(len(got), got[:3], got[-3:])
        except websocket.WebSocketException as e: print(type(e).__name__, e)
frame_in_parts()
