import asyncio
import subprocess


class Job:
    async def step(self):
        print("steps")

    def run(self, command):
        self.step()
        return command


async def main():
    subprocess.run(["true"])
    Job().run("x")


asyncio.run(main())
# found: never-awaited@10
