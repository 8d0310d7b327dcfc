"""What only a cycle holds goes at the end, while modules can still be imported: the warning names tracemalloc."""
import asyncio
import warnings


async def hello():
    await asyncio.sleep(1)


class Node:
    pass


def listed():
    found = [hello()]
    found.append(found)


node = Node()
node.itself = node
node.work = hello()
del node
listed()
warnings.warn("later", DeprecationWarning)
waited = [hello(), hello()]
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(asyncio.wait(waited))
except TypeError as e:
    print(e)
del waited
loop.close()
1 / 0
