import asyncio
class Dog:
    async def bark(n):
        return "woof"
    async def run(self):
        await self.bark(1)
asyncio.run(Dog().run())
# found: missing-self@6, repaired
