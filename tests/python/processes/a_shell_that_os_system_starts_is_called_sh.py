"""os.system runs `sh`, subprocess and os.popen `/bin/sh`: so the shell names itself where it finds no command."""
import os
import subprocess
import sys


def tell(*what):
    print(*what)
    sys.stdout.flush()


tell(os.system('cls'))
tell(os.waitstatus_to_exitcode(os.system('no-such-program; exit 3')))
tell(os.system('echo "$0" >&2'))
tell(os.system(b'exit 4') >> 8)
tell(subprocess.call('cls', shell=True))
tell(subprocess.getoutput('cls'))
with os.popen('echo "$0"') as shell:
    tell(shell.read().strip())
tell(os.system('cd /nowhere'))
tell(os.system('exit 1 &&'))
