# Attributes of the library's classes, the numbers of threads, and modules outside of sys.modules.
import os
import socketserver
import threading
import types
import warnings

socketserver.TCPServer.allow_reuse_address = True
thread = threading.Thread(target=int)
thread.start()
thread.join()
outside = types.ModuleType("outside")
outside.__file__ = "/nowhere/outside.py"
exec("x = 1\ndef set_x(v):\n    global x\n    x = v", outside.__dict__)
# Whether a thread that is joined is gone is the system's affair.
warnings.simplefilter("ignore")
reader, writer = os.pipe()
pid = os.fork()
if pid == 0:
    outside.set_x(5)
    said = [socketserver.TCPServer.allow_reuse_address, threading.Thread(target=int).name, outside.x]
    os.write(writer, repr(said).encode())
    os._exit(0)
os.waitpid(pid, 0)
print(os.read(reader, 100).decode())
print(outside.x, threading.Thread(target=int).name)
