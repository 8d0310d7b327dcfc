import asyncio
import threading


class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        Counting.made += 1
        return super().new_event_loop()


class Bare(asyncio.AbstractEventLoopPolicy):
    def get_event_loop(self):
        return super().get_event_loop()


first = asyncio.get_event_loop_policy()
print(first is asyncio.get_event_loop_policy(), type(first).__name__)

# What an abstract policy leaves to those that are derived from it.
for name, args in [('set_event_loop', (None,)), ('new_event_loop', ()), ('get_child_watcher', ()),
                   ('set_child_watcher', (None,))]:
    try:
        getattr(Bare(), name)(*args)
    except NotImplementedError as error:
        print(name, repr(error))

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
other = Counting()
other.set_event_loop(None)
print(asyncio.get_event_loop() is loop, first.get_event_loop() is loop)

asyncio.set_event_loop_policy(other)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
third = Counting()
asyncio.set_event_loop_policy(third)
made = asyncio.get_event_loop()
print(Counting.made, made is third.get_event_loop(), made is loop)
made.close()


def elsewhere():
    try:
        third.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=elsewhere, name='other')
thread.start()
thread.join()

asyncio.set_event_loop_policy(first)
print(asyncio.get_event_loop_policy() is first, asyncio.get_event_loop() is loop)
asyncio.set_event_loop_policy(None)
print(asyncio.get_event_loop_policy() is first)
asyncio.get_event_loop().close()
loop.close()
try:
    Counting().set_event_loop(5)
except TypeError as error:
    print(error)
asyncio.set_event_loop_policy(Bare())
asyncio.get_event_loop()
