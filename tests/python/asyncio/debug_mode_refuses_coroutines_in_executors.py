# In debug mode run_in_executor looks at what it is to run.
import asyncio


async def co():
    pass


async def main():
    for wrong in co, 5:
        try:
            await asyncio.get_running_loop().run_in_executor(None, wrong)
        except TypeError as e:
            print(e)


asyncio.run(main(), debug=True)
