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
    'ls /nope 2>&1 | cat; echo done',
    'ls /nope 2>&1 | cat && echo ok',
    'if ls /nope 2>&1 | grep -q No; then echo y; fi; pwd >/dev/null; printf end',
    'x=$(ls /nope 2>&1 | cat; echo in); echo "[$x]"',
    '(ls /nope 2>&1 | cat; echo in); echo out',
    'for x in 1 2; do ls /nope$x 2>&1 | cat; echo $x; done',
    'ls >&- 2>/dev/null | cat; echo p',
    'ls /nope 2>&1 >/dev/null | cat 2>&1; echo e >&2; echo p',
    '{ ls /nope 2>&1 | cat; echo in; } >&2; echo out',
    'nosuch 2>&1 | cat; echo $?',
    'ls /nope 2>&1 | cat 2>&1 | cat; pwd >/dev/null; command echo p',
    # What has been led elsewhere has been so when the next one fails.
    'ls /nope 2>&1 >/nodir/x | cat -n; echo c',
    'cat 2>/dev/null </nofile; echo $?',
    'x=$(cat 2>&1 </nofile); echo "[$x]"',
    '{ echo a; } 2>&1 >/nodir/x; echo $?',
    'cat </nofile 2>/dev/null; echo $?',
]
for command in COMMANDS:
    done = subprocess.run(command, shell=True, stdin=subprocess.DEVNULL, capture_output=True)
    print(command, '->', done.returncode, done.stdout, done.stderr)
