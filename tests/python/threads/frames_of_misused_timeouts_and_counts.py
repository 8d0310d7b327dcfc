import argparse
import os
import textwrap
import threading
import time
import traceback
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait


def tell(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as e:
        frames = traceback.extract_tb(e.__traceback__)[1:]
        for frame in frames:
            if frame.name != '<lambda>':
                print(' ', os.path.basename(frame.filename), frame.lineno, frame.name, frame.line)
        print(type(e).__name__, e)


waiting = threading.Thread(target=time.sleep, args=(0.1,))
waiting.start()
tell(waiting.join, {})
tell(waiting.join, '1')
tell(waiting.join, -1)
waiting.join()

condition = threading.Condition()
with condition:
    tell(condition.notify, '1')
    tell(condition.wait_for, lambda: False, '1')

semaphore = threading.Semaphore(0)
tell(semaphore.acquire, timeout='1')
tell(semaphore.release, '1')


class Unready(threading.Thread):
    def __init__(self):
        pass


for name in ('name', 'ident', 'native_id', 'daemon'):
    tell(getattr, Unready(), name)
tell(lambda: Unready().is_alive())
tell(lambda: repr(Unready()))

with ThreadPoolExecutor(1) as pool:
    tell(pool.map, int, ['1'], timeout='1')
tell(list, as_completed(5))
tell(list, as_completed([Future()], timeout='1'))
tell(wait, 5)

done = Future()
done.set_result(1)
print(wait([done, done]).done == {done}, list(as_completed([done, done])) == [done])

for call in (textwrap.wrap, textwrap.fill, textwrap.shorten):
    tell(call, 'text', 20, widths=1)
tell(argparse.ArgumentParser().add_subparsers().add_parser, 'sub', helps='none')
