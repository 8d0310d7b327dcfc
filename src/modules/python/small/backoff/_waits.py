"""How long is waited: generators that are sent what came of a call, and what changes a wait by chance."""
import random
from itertools import repeat


def expo(base=2, factor=1, max_value=None):
    """1, 2, 4, 8 and so on, up to the most."""
    yield
    power = 0
    while True:
        wait = factor * base ** power
        if max_value is not None and wait >= max_value:
            yield max_value
        else:
            power += 1
            yield wait


def fibo(max_value=None):
    """1, 1, 2, 3, 5 and so on, up to the most."""
    yield
    last, wait = 0, 1
    while True:
        if max_value is not None and wait >= max_value:
            yield max_value
        else:
            yield wait
            last, wait = wait, last + wait


def constant(interval=1):
    """The same again and again, or each of several."""
    yield
    try:
        waits = iter(interval)
    except TypeError:
        waits = repeat(interval)
    for wait in waits:
        yield wait


def runtime(*, value):
    """What a function says of what came of the call."""
    came = yield
    while True:
        came = yield value(came)


def random_jitter(value):
    """Up to a second more."""
    return value + random.random()


def full_jitter(value):
    """Anything up to that."""
    return random.uniform(0, value)
