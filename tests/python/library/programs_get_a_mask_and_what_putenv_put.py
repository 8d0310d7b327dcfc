"""What a program that is started gets: the umask that is asked for, variables of os.putenv(), and whom it may not belong to."""
import os
import subprocess
import sys
import tempfile

os.chdir(tempfile.mkdtemp())

for mask in -1, 0o053:
    subprocess.check_call([sys.executable, '-c', f'open("made{mask}", "w").close()'], umask=mask)
    print(oct(os.stat(f'made{mask}').st_mode & 0o777))
os.umask(0o077)
subprocess.check_call([sys.executable, '-c', 'open("private", "w").close()'])
print(oct(os.stat('private').st_mode & 0o777))

ASK = [sys.executable, '-c', 'import os; print(os.getenv("FRUIT"))']


def ask(**named):
    print(subprocess.check_output(ASK, text=True, **named).strip(), end=' ')


ask()
os.putenv('FRUIT', 'apple')
ask()
print(os.environ.get('FRUIT'), end=' ')
os.environ['FRUIT'] = 'pear'
ask()
os.unsetenv('FRUIT')
ask()
ask(preexec_fn=lambda: os.putenv('FRUIT', 'plum'))
print()

for wrong in {'extra_groups': [2**64]}, {'group': 2**64}, {'user': 2**64}, {'extra_groups': [-1]}:
    try:
        subprocess.check_call(['true'], **wrong)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
