# recorded by hand: needs gevent
"""gevent.wait takes processes beside greenlets and events, and gives them as they end."""
import sys

import gevent
from gevent import subprocess
from gevent.event import Event


def child(seconds):
    return subprocess.Popen([sys.executable, '-c', f'import time; time.sleep({seconds}); print({seconds})'], stdout=subprocess.PIPE)


slow, fast = child(1), child(0.3)
done = gevent.wait([slow, fast], count=1)
print(done == [fast], fast.returncode, slow.poll(), fast.stdout.read())
event = Event()
gevent.spawn_later(0.1, event.set)
names = {id(slow): 'slow', id(fast): 'fast', id(event): 'event'}
print([names[id(one)] for one in gevent.iwait([slow, event])], slow.stdout.read())
last = child(2)
print(gevent.wait([last], timeout=0.5), last.wait())
