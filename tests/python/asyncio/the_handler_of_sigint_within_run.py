"""signal.getsignal shows asyncio.run's own handler, and putting it back has it cancel the task again."""
import asyncio
import signal


async def main():
    own = signal.getsignal(signal.SIGINT)
    print(type(own).__name__, own.func.__qualname__, own.keywords["main_task"] is asyncio.current_task())
    print(signal.getsignal(signal.SIGINT) is own)
    before = signal.signal(signal.SIGINT, lambda *args: print("mine"))
    print(before is own, signal.getsignal(signal.SIGINT) is own)
    signal.raise_signal(signal.SIGINT)
    signal.signal(signal.SIGINT, before)
    print(signal.getsignal(signal.SIGINT) is own)
    asyncio.get_running_loop().call_later(2.5, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled by SIGINT")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
print(signal.getsignal(signal.SIGINT))
