import asyncio
async def stubborn():
    try: await asyncio.sleep(10)
    finally: raise KeyboardInterrupt('again')
async def main():
    t = asyncio.create_task(stubborn()); await asyncio.sleep(0)
    raise ValueError('main')
asyncio.run(main())
