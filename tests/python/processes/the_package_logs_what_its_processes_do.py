# multiprocessing's own log, with what a child registers for its end; finalizers by priority; what runs after a fork.
import atexit
import logging
import multiprocessing
import sys
from multiprocessing import util


def work(number):
    atexit.register(print, "end of child", number, file=sys.stderr)
    print("work", number, file=sys.stderr)
    if number == 2:
        sys.exit(3)
    if number == 3:
        raise KeyError(number)


class Marked:
    pass


if __name__ == "__main__":
    logger = multiprocessing.log_to_stderr()
    logger.setLevel(multiprocessing.util.SUBDEBUG)
    print(logger is multiprocessing.get_logger(), logger.name, logger.propagate, logger.handlers)
    logger.setLevel(logging.DEBUG)
    marked = Marked()
    util.register_after_fork(marked, lambda obj: print("forked", type(obj).__name__, file=sys.stderr))
    for number in 1, 2, 3:
        process = multiprocessing.Process(target=work, args=(number,), name=f"child-{number}")
        process.start()
        process.join()
        print(process.exitcode)
    logger.warning("said by the program")
    for priority in 1, 10, 5, None:
        obj = marked if priority is None else None
        print(util.Finalize(obj, print, args=("finalizer", priority), exitpriority=priority))
    cancelled = util.Finalize(None, print, args=("never",), exitpriority=3)
    print(cancelled.still_active())
    cancelled.cancel()
    print(cancelled.still_active(), cancelled)
    for wrong in (lambda: util.Finalize(None, print), lambda: util.Finalize(None, print, exitpriority="high")):
        try:
            wrong()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    logger.setLevel(multiprocessing.util.SUBDEBUG)
