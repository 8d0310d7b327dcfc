# recorded by hand: the oracle's clock and its os are functions in Python
import email.generator
import fcntl
import importlib.util
import os
import select
import ssl
import stat
import sys
import termios
import time

print(stat.FILE_ATTRIBUTE_ARCHIVE, stat.FILE_ATTRIBUTE_NO_SCRUB_DATA, stat.SF_SETTABLE, stat.SF_DATALESS, select.EPOLLMSG, select.EPOLLRDNORM)
print(fcntl.F_SETLK, fcntl.F_GETPIPE_SZ, fcntl.LOCK_RW, fcntl.DN_MULTISHOT, fcntl.F_SEAL_WRITE)
reader, writer = os.pipe()
for ask in (lambda: fcntl.ioctl(reader, termios.TIOCGWINSZ, bytes(8)), lambda: fcntl.ioctl(99, 1)):
    try:
        ask()
    except OSError as error:
        print(error)
for function in (os.getpid, os.getppid, os.sync, time.time, time.monotonic, time.perf_counter):
    try:
        function(1)
    except TypeError as error:
        print(error)
print(ssl.RAND_status(), ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"))
text = ssl.DER_cert_to_PEM_cert(bytes(60))
print(text, ssl.PEM_cert_to_DER_cert(text) == bytes(60))
for wrong in (lambda: ssl.PEM_cert_to_DER_cert("x"), lambda: ssl.cert_time_to_seconds("Foo 5"), lambda: importlib.util.LazyLoader(5)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
print(len(email.generator._make_boundary()), importlib.util.MAGIC_NUMBER)

os.makedirs("/tmp/lazy", exist_ok=True)
with open("/tmp/lazy/late_module.py", "w") as file:
    file.write("print('it runs')\nanswer = 42\n")
sys.path.insert(0, "/tmp/lazy")
spec = importlib.util.find_spec("late_module")
spec.loader = importlib.util.LazyLoader(spec.loader)
module = importlib.util.module_from_spec(spec)
sys.modules["late_module"] = module
spec.loader.exec_module(module)
print("not yet", type(module).__name__)
print(module.answer, type(module).__name__)
