# recorded by hand: the virtual clock does not see the sleep of programs in a shell
import os
import subprocess
import tempfile
import time

os.chdir(tempfile.mkdtemp())
with open('show.py', 'w') as file:
    file.write('import os, sys\nprint(os.environ.get("COLOUR"), sys.argv[1:])\n')


def shell(text):
    done = subprocess.run(text, shell=True, capture_output=True, text=True)
    print(f'$ {text}\n{done.returncode} {done.stdout!r} {done.stderr!r}')


shell('(cat /dev/null; echo after)')
shell('(sleep 0.1; echo late) & wait; echo done')
shell('for n in 1 2; do (sleep 0.$n; echo $n) & done; wait')
shell('(cat show.py; cat show.py) | wc -l')
shell('echo in | (cat; echo end)')
shell('said=$(cat /dev/null; echo x); echo "<$said>"')
shell("(python3 show.py; echo $?) | cat")
# The words and the surroundings of the one command of a subshell are those that were given.
shell("COLOUR=red python3 show.py 'a  b' | cat")
shell("(python3 show.py 'a  b' \"c\")")
shell('word="x  y"; (python3 show.py "$word" $word)')
shell('(COLOUR=blue python3 show.py) | cat')
shell('(python3 show.py >written); cat written')
shell('cat() { echo mine "$@"; }; (cat one)')
shell('(cat none; echo $?) 2>&1')
shell('(sleep 9) & kill $!; wait $!; echo $?')
shell('(sleep 9; echo no) & kill $!; wait $!; echo $?')
started = time.monotonic()
child = subprocess.Popen('(sleep 9)', shell=True)
time.sleep(1)
child.terminate()
print(child.wait(), round(time.monotonic() - started))
