# recorded by hand: the virtual clock does not see the sleep of programs in a shell
import os
import signal
import subprocess
import time


def shell(text):
    started = time.monotonic()
    done = subprocess.run(text, shell=True, capture_output=True, text=True)
    print(f'$ {text}\n{done.returncode} {done.stdout!r} {done.stderr!r} {time.monotonic() - started:.1f}')


shell('timeout 0.5 sleep 3; echo $?')
shell('timeout 2s echo in time; echo $?')
shell('timeout 1 sh -c "exit 7"; echo $?')
shell('timeout -s INT 0.2 sleep 3; echo $?')
shell('timeout -s 9 0.2 sleep 3; echo $?')
shell('timeout --preserve-status 0.2 sleep 3; echo $?')
shell("timeout -k 0.3 0.2 sh -c 'trap \"\" TERM; while :; do sleep 0.1; done' >/dev/null; [ $? -gt 128 ] && echo killed")
shell('timeout -v 0.1 sleep 1')
shell('timeout 0 echo no limit')
shell('timeout; timeout 1; timeout soon true; timeout -s NONE 1 true; echo $?')
shell('timeout 1 no-such-program; echo $?; timeout 1 /tmp; echo $?')
shell('nohup echo hi; nohup; nohup no-such-program; echo $?')
shell("nohup sh -c 'kill -HUP $$; echo still here'")
child = subprocess.Popen(['timeout', '5', 'sleep', '9'])
time.sleep(0.5)
child.terminate()
print(child.wait())

# A shell has the descriptors that are passed to it.
reader, writer = os.pipe()
subprocess.run(['sh', '-c', f'echo "to {writer - writer}" >&{writer}; (echo again >&{writer})'], pass_fds=(writer,))
os.close(writer)
print(os.read(reader, 100))
done = subprocess.run(['sh', '-c', 'echo lost >&9'], capture_output=True)
print(done.returncode, done.stderr)
