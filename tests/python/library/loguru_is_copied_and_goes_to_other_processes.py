# recorded by hand: the oracle's clock does not follow processes
"""Loggers are copied and pickled, exceptions that cannot be made again are left out, and errors of sinks may log."""
import copy
import io
import multiprocessing
import pickle
import sys

from loguru import logger


class Unmade(Exception):
    def __init__(self, a, b):
        super().__init__(a)


def work(n):
    logger.info("in {}", multiprocessing.current_process().name)
    return n


class Loud:
    def __repr__(self):
        logger.warning("shown")
        return "Loud()"


def broken(message):
    raise ValueError("a sink that fails")


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    logger.remove()
    other = copy.deepcopy(logger)
    logger.add(sys.stdout, format="{process.name} {message}")
    other.add(sys.stdout, format="other {message}")
    logger.info("one")
    other.info("two")
    process = multiprocessing.Process(target=work, args=(1,), name="Named")
    process.start()
    process.join()
    logger.remove()
    record = []
    logger.add(lambda message: record.append(message.record), format="{message}")
    try:
        raise Unmade(1, 2)
    except Unmade:
        logger.exception("failed")
    again = pickle.loads(pickle.dumps(record[0]))
    print(again["exception"], again["level"], again["message"])
    try:
        logger.info()
    except TypeError as error:
        print(error)
    logger.remove()
    logger.add(broken)
    sys.stderr = io.StringIO()
    logger.bind(loud=Loud()).info("x")
    logger.remove()
    for line in sys.stderr.getvalue().splitlines():
        if line.startswith(("---", "ValueError")):
            print(line)
