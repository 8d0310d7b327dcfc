import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("sleep", "3", stdin=asyncio.subprocess.PIPE)
    process.kill()


asyncio.run(main())
print("end")
