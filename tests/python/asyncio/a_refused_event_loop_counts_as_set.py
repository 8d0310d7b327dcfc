"""`set_event_loop` with something else: no current loop is made any more, as after `set_event_loop(None)`."""
import asyncio
import threading


def look(where):
    try:
        asyncio.set_event_loop(3)
    except TypeError as e:
        print(where, e)
    try:
        print(asyncio.get_event_loop())
    except RuntimeError as e:
        print(where, e)
    mine = asyncio.new_event_loop()
    asyncio.set_event_loop(mine)
    try:
        asyncio.set_event_loop('no loop')
    except TypeError as e:
        print(where, e)
    print(asyncio.get_event_loop() is mine)
    mine.close()


look('main')
thread = threading.Thread(target=look, args=['thread'], name='t1')
thread.start()
thread.join()
asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
look('policy')
