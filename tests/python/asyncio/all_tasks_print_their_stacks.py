# A task that runs stands above the frames of its loop, those that wait have their own frame alone.
import asyncio
import io


async def waits():
    await asyncio.sleep(1)


async def looks():
    await asyncio.sleep(0.5)
    for task in sorted(asyncio.all_tasks(), key=lambda task: task.get_name()):
        stack = io.StringIO()
        task.print_stack(file=stack)
        head, _, frames = stack.getvalue().partition("\n")
        # What has called the program is none of its business.
        print(head + "\n" + frames[max(frames.find("asyncio.run("), 0):])


async def main():
    await asyncio.gather(waits(), looks())


asyncio.run(main())
