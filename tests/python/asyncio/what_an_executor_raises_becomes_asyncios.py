import asyncio, concurrent.futures, threading, traceback
async def main():
    loop = asyncio.get_running_loop()
    def work():
        f = concurrent.futures.Future(); f.cancel(); return f.result()
    try:
        await loop.run_in_executor(None, work)
    except BaseException as e:
        print(type(e), e.args, e.__class__.__module__, repr(e.__cause__), repr(e.__context__))
        traceback.print_exc()
    def work2():
        f = concurrent.futures.Future(); f.set_result(1); f.set_result(2)
    try:
        await loop.run_in_executor(None, work2)
    except BaseException as e:
        print(type(e), e.args[0][:16], repr(e.__cause__), repr(e.__context__))
    def work3():
        return concurrent.futures.Future().result(timeout=0.1)
    try:
        await loop.run_in_executor(None, work3)
    except BaseException as e:
        print(type(e), e.args)
asyncio.run(main())
