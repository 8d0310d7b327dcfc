# What a process' status means; programs without words, with a wrong environment, signals that there are not.
import os, subprocess, signal
print(os._exit, type(os._exit).__name__, 'index' in dir(subprocess))
for s in (0, 256, 65535, -1, -256, 15, 0x137f, 139, 1 << 8 | 3):
    try: print(s, os.waitstatus_to_exitcode(s))
    except ValueError as e: print(s, e)
for call in (lambda: subprocess.run([], executable='/bin/echo', capture_output=True), lambda: subprocess.Popen(['/bin/echo', 'x'], env=5)):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
