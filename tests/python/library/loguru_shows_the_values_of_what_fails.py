"""Exceptions in records: caught by a decorator, a block, told with a message; the values of what stands in each line."""
import asyncio
import sys

from loguru import logger

logger.remove()
logger.add(sys.stderr, format="{level} {name}:{function} {message}", backtrace=False)


def divide(a, b):
    total = {"a": a}
    return a / b + total["a"] * len(total) if a is not None else f"{b!r} {a}"


def tell(x):
    try:
        return divide(x, 0)
    except ZeroDivisionError:
        logger.exception("failed with {}", x)


tell(5)


@logger.catch(message="caught in {record[function]}")
def check(n):
    assert n > 3


check(1)

with logger.catch(message="block"):
    int("x" + str(tell.__name__))


@logger.catch(reraise=True, level="CRITICAL", message="critical")
def chained():
    try:
        {}["a"]
    except KeyError as error:
        raise ValueError("chained") from error


try:
    chained()
except ValueError as error:
    print(repr(error))

try:
    raise ExceptionGroup("group", [ValueError(1), TypeError("two")])
except ExceptionGroup:
    logger.opt(exception=True).warning("grouped")


def again(n):
    return again(n - 1) if n else 1 / 0


try:
    again(8)
except ZeroDivisionError as error:
    logger.opt(exception=error).error("again")

logger.remove()
logger.add(sys.stderr, format="{level} {message}", backtrace=False, diagnose=False)
check(2)
print(logger.catch(ValueError, default=-1, message="no number", onerror=lambda error: print("onerror", error))(lambda: int("z"))())


@logger.catch(exclude=KeyError)
def excluded():
    raise KeyError("goes on")


try:
    excluded()
except KeyError as error:
    print("not caught:", error)


async def slow(message):
    await asyncio.sleep(1)
    print("slow sink:", message, end="")


@logger.catch(default="nothing", message="caught")
async def fails(n):
    await asyncio.sleep(n)
    raise RuntimeError(n)


async def main():
    logger.remove()
    logger.add(slow, format="{function} {message}", diagnose=False, backtrace=False)
    print(await asyncio.gather(fails(1), fails(2)))
    await logger.complete()


asyncio.run(main())


def broken(message):
    raise OSError("full")


logger.remove()
logger.add(broken, catch=False)
try:
    logger.info("x")
except OSError as error:
    print(error)
