# preexec_fn runs in the child, before the program: what it changes there is the child's alone.
import os
import signal
import subprocess


def prepare():
    print('before', flush=True)
    os.environ['WHERE'] = 'child'
    os.chdir('/tmp')
    seen.append(1)


def fail():
    raise ValueError('not ready')


seen, here = [], os.getcwd()
done = subprocess.run(['sh', '-c', 'pwd; echo $WHERE'], preexec_fn=prepare, stdout=subprocess.PIPE, text=True)
print(done.stdout.split(), done.returncode, seen, os.getcwd() == here, 'WHERE' in os.environ)
print(subprocess.run(['echo', 'hi'], preexec_fn=os.setsid, capture_output=True))
print(subprocess.run(['true'], preexec_fn=lambda: os._exit(5)).returncode)
deaf = subprocess.run(['sh', '-c', 'kill -INT $$; echo alive'], capture_output=True, text=True,
                      preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
print(deaf.returncode, deaf.stdout)
for program, function in (['true'], fail), (['no-such-program'], os.getpid):
    try:
        subprocess.run(program, preexec_fn=function)
    except (subprocess.SubprocessError, OSError) as error:
        print(type(error).__name__, error)
signal.signal(signal.SIGINT, signal.SIG_IGN)
print(subprocess.run(['sh', '-c', 'kill -INT $$; echo alive'], stdout=subprocess.PIPE).stdout)
