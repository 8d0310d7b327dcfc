# `del x[0]` says «doesn't» of what has a sequence's part, which every class of a `class` statement has; `x *= y` does
# not repeat `y` where `x` has one.
import asyncio
import enum
import array


class Number(enum.IntEnum):
    ONE = 1


def tried(what, function):
    try:
        print(what, function())
    except Exception as e:
        print(what, type(e).__name__, e)


def delete(thing, key):
    del thing[key]


def times(thing, other):
    thing *= other


for thing in Number.ONE, asyncio.TaskGroup(), asyncio.Lock(), 1:
    for key in 0, 'x', 2**70:
        tried(type(thing).__name__, lambda: delete(thing, key))
    tried(type(thing).__name__, lambda: times(thing, 'text'))
tried('array', lambda: delete(array.array('i', [1]), 'x'))
tried('array', lambda: delete(array.array('i', [1]), 5))
tried('array', lambda: array.array('i', [1]).__setitem__('x', 1))
tried('array', lambda: array.array('i', [1]) * 'x')
tried('array', lambda: 'x' * array.array('i', [1]))
tried('array', lambda: array.array('i', [1]) * 2)
