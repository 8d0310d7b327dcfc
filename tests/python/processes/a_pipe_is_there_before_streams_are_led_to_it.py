# `2>&1 |` leads errors into the pipe of a program, of a builtin and of a group alike, and in the order in which it is written.
import subprocess

COMMANDS = [
    'ls /nonexist 2>&1 | wc -l',
    'cat /nonexist 2>&1 | sed s/No/Yes/',
    "sh -c 'echo x >&2' 2>&1 | cat -n",
    'nosuch 2>&1 | cat -n',
    'cd /nonexist 2>&1 | cat -n',
    '{ echo a >&2; } 2>&1 | cat -n',
    'cat /nonexist 2>&1 >/dev/null | cat -n',
    'cat /nonexist 3>&1 1>&2 2>&3 | cat -n',
    'cat /nonexist 2>/dev/null | wc -l',
    r"printf 'a\nb\n' 2>&1 | sort -r 2>&1 | cat -n",
    'echo x | cat - /nonexist 2>&1 | wc -l',
    'cat /nonexist 2>&1 | cat -n & wait',
    'x=$(cat /nonexist 2>&1 | cat -n); echo "[$x]"',
]
for command in COMMANDS:
    done = subprocess.run(command, shell=True, stdin=subprocess.DEVNULL, capture_output=True)
    print(command, '->', done.returncode, done.stdout, done.stderr)
