import asyncio
import os
import subprocess
import sys
import traceback


def attempt(*args, **options):
    try:
        subprocess.run(*args, **options)
    except Exception:
        traceback.print_exc(file=sys.stdout)


attempt(['/usr/bin/no-such-program', 'x'])
attempt(['/usr/bin/no-such-program', 'x'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
attempt(['/usr/bin/no-such-program', 'x'], stderr=subprocess.STDOUT)
attempt(['/usr/bin/no-such-program', 'x'], cwd='/tmp')
attempt(['/usr/bin/no-such-program', 'x'], stdout=sys.stdout)
attempt(['/usr/bin/no-such-program', 'x'], start_new_session=True)
attempt(['/usr/bin/no-such-program', 'x'], process_group=0)
attempt('/usr/bin/no-such-program', close_fds=False)
attempt('no-such-program')
attempt(['./no-such-program'])
attempt(['no-such-program'], executable='/usr/bin/none')
attempt(['/tmp'])
attempt(['/bin/echo', 5])
attempt(['/bin/echo', 'a\0b'])
attempt(['/bin/echo'], env={'A=B': 'c'})
attempt(['/bin/echo'], env={'A': 3})
attempt('true', shell=True, env={'A': 3})
attempt([5])
attempt([None, '-c'])


async def main():
    try:
        await asyncio.create_subprocess_exec('/usr/bin/no-such-program')
    except OSError:
        traceback.print_exc(file=sys.stdout)


asyncio.run(main())
