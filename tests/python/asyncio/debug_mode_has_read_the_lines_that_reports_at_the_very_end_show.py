# A task that a variable of the module holds goes when nothing can be imported any more. What of its report needs lines
# of files is there in debug mode, which has read them when the task was made.
import asyncio

tasks = []


async def fails():
    raise ValueError("nobody asks")


async def main():
    tasks.append(asyncio.create_task(fails(), name="held"))


asyncio.run(main(), debug=True)
print("over", len(tasks))
