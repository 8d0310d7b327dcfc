# `paste - -` deals its input out, `tr` knows its classes and `[c*]`, `cat -v` shows bytes, `head` counts in units.
import subprocess

COMMANDS = [
    'seq 4 | paste - -',
    'seq 5 | paste -d, - - -',
    'seq 5 | paste -s -d, -',
    "printf 'a\\001b\\177\\n' | tr -cd '[:print:]\\n'",
    "printf 'a b\\tc\\n' | tr -d '[:graph:]'",
    "echo hello | tr 'a-z' '[A*]'",
    "echo hello | tr el '[x*2]'",
    "echo hello | tr helo 'a[b*]z'",
    "echo abc | tr a '[:foo:]'; echo $?",
    'echo abc | tr c-a x; echo $?',
    "printf 'a\\rb\\303\\251\\t\\377\\n' | cat -A",
    "printf 'a\\rb\\001\\t\\177\\n' | cat -v",
    "printf 'a\\rb\\001\\t\\n' | cat -e",
    "printf 'a\\rb\\001\\t\\n' | cat -t",
    "printf '\\303\\251\\n'",
    'seq 3000 | head -c 1K | wc -c',
    'seq 3000 | tail -c 1kB | wc -c',
    'seq 10 | head -n 1_0',
    'seq 30 | head -n 1k | wc -l',
    'sort nofile; head nofile; cut -f1 nofile',
]
for command in COMMANDS:
    done = subprocess.run(command, shell=True, capture_output=True, stdin=subprocess.DEVNULL)
    print(repr(command), '->', done.returncode, done.stdout, done.stderr.decode())
