import logging
import sys
from concurrent.futures import Future, ThreadPoolExecutor

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(module)s.%(funcName)s:%(lineno)d")


def fails(*given):
    raise KeyError(len(given))


early = Future()
early.add_done_callback(fails)
early.set_result(None)
early.add_done_callback(fails)

with ThreadPoolExecutor(1, initializer=fails) as pool:
    pool.submit(print)

given_up = Future()
given_up.cancel()
given_up.set_running_or_notify_cancel()
try:
    given_up.set_running_or_notify_cancel()
except RuntimeError as error:
    print(error)
