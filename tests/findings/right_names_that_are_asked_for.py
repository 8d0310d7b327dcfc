import asyncio
class Open:
    def __dir__(self):
        print('asked')
        return ['closed']
async def main():
    try:
        asyncio.slep
    except AttributeError as error:
        print(error)
    print(getattr(Open(), 'close', None))
asyncio.run(main())
try:
    prin()
except NameError:
    pass
raise AttributeError('slep')
# found: