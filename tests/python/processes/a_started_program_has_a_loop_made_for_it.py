# recorded by hand: processes are started
"""asyncio.get_event_loop() in the main thread of a process: a loop is made, with a warning."""
import subprocess
import sys

CODE = '''
import asyncio, threading
loop = asyncio.get_event_loop()
print(loop.run_until_complete(asyncio.sleep(1, 'slept')), loop is asyncio.get_event_loop())
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
thread = threading.Thread(target=lambda: asyncio.get_event_loop(), name='other')
thread.start(); thread.join()
'''
child = subprocess.run([sys.executable, '-c', CODE], capture_output=True, text=True)
print(child.stdout)
print('\n'.join(line for line in child.stderr.splitlines() if 'Warning' in line or 'Error' in line))
