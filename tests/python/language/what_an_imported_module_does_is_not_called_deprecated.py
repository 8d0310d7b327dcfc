"""Deprecations are told of the program's own lines alone, not of those of the modules that it imports."""
import asyncio
import os
import sys

TEXT = '''
import asyncio


def loop():
    return asyncio.get_event_loop()


def inverted(flag):
    return ~flag


def rounded(number):
    class Whole(int):
        pass

    class Odd:
        def __int__(self):
            return Whole(number)

    return int(Odd())
'''

os.makedirs('/tmp/loopscope_deprecated', exist_ok=True)
with open('/tmp/loopscope_deprecated/deprecated_things.py', 'w') as file:
    file.write(TEXT)
sys.path.insert(0, '/tmp/loopscope_deprecated')
sys.dont_write_bytecode = True
import deprecated_things


def inverted(flag):
    return ~flag


loop = deprecated_things.loop()
asyncio.set_event_loop(None)
loop.close()
print(deprecated_things.inverted(True), deprecated_things.rounded(3))
print(inverted(False))
policy = asyncio.DefaultEventLoopPolicy()
policy.get_event_loop().close()
