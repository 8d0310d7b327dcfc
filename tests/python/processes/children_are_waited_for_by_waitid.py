import os
import signal
import subprocess
import sys


def tell(found):
    print(found and (found.si_pid == child.pid, found.si_signo == signal.SIGCHLD, found.si_status, found.si_code))


child = subprocess.Popen(['sh', '-c', 'exit 7'])
tell(os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT))
tell(os.waitid(os.P_ALL, 0, os.WEXITED))
child = subprocess.Popen(['sleep', '60'])
tell(os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG))
child.terminate()
tell(os.waitid(os.P_PID, child.pid, os.WEXITED))
for how in (os.P_ALL, 0, os.WEXITED), (os.P_PID, 99999, os.WEXITED), (os.P_ALL, 0, 0):
    try:
        os.waitid(*how)
    except OSError as error:
        print(type(error).__name__, error.strerror)
print(os.waitid_result.__name__, os.CLD_EXITED, os.CLD_KILLED)
