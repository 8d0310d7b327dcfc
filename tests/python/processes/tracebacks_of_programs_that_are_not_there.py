# A program that is not found shows CPython's frames, in subprocess and in asyncio.
import asyncio
import subprocess
import traceback


def shows(call):
    try:
        call()
    except Exception:
        traceback.print_exc()


async def main():
    await asyncio.create_subprocess_exec('nosuchprogram', '-x')


shows(lambda: subprocess.Popen(['nosuchprogram', 'a']))
shows(lambda: subprocess.run(['nosuchprogram']))
shows(lambda: subprocess.call(['nosuchprogram']))
shows(lambda: subprocess.check_output('exit 4', shell=True))
shows(lambda: asyncio.run(main()))
