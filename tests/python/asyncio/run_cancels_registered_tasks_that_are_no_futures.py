# What a program registers as a task is cancelled and waited for when `asyncio.run` ends, future or not.
import asyncio


class Job:
    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.asked = False

    def get_loop(self):
        return self.loop

    def done(self):
        return False

    def cancel(self, *args):
        print("cancelled with", args)
        self.asked = True


class Awaited(Job):
    def __await__(self):
        print("awaited")
        yield
        print("ends")

    def cancelled(self):
        print("asked whether it is cancelled")
        return self.answer

    def exception(self):
        return ValueError("of a job")


kept = []


async def main(kind, answer=None):
    job = kind()
    job.answer = answer
    kept.append(job)
    asyncio.tasks._register_task(job)
    print(job in asyncio.all_tasks(), len(asyncio.all_tasks()))
    return kind.__name__


for given in [(Job,), (Awaited, True), (Awaited, False)]:
    try:
        print(asyncio.run(main(*given)))
    except Exception as error:
        print(type(error).__name__, str(error)[:70])
    print(kept.pop().asked)
