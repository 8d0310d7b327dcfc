# A generator or coroutine that is closed before it has begun holds what it was given until it goes itself.
import gc
import inspect
import weakref


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("freed", self.name)


def generator(item):
    yield item


async def coroutine(item, other=None):
    await item


async def async_generator(item):
    yield item


async def nothing():
    pass


def closed(made):
    made.close()
    print("closed", inspect.isgenerator(made) and inspect.getgeneratorstate(made))
    return made


kept = closed(generator(Item("generator's")))
del kept
kept = closed(i for i in [Item("expression's")])
del kept
kept = closed(coroutine(Item("coroutine's"), other=Item("coroutine's other")))
print(kept.cr_frame, inspect.getcoroutinestate(kept))
kept.close()
try:
    kept.send(None)
except RuntimeError as e:
    print(e)
del kept

begun = generator(Item("begun"))
next(begun)
closed(begun)
thrown = generator(Item("thrown"))
try:
    thrown.throw(ValueError("into it"))
except ValueError as e:
    print(e)
print("handled")

looked_at = generator(Item("looked at"))
frame = looked_at.gi_frame
looked_at.close()
print("closed")
del frame, looked_at

items = async_generator(Item("async generator's"))
try:
    items.aclose().send(None)
except StopIteration:
    print("closed")
del items

# In a cycle.
box = Item("cycle's")
box.generator = generator(box)
box.generator.close()
gone = weakref.ref(box.generator, lambda _: print("generator gone"))
del box
print(gc.collect() > 0, gone())


def in_a_function():
    waits = coroutine(nothing())
    waits.close()
    print("end of the function")


in_a_function()
print("end")
