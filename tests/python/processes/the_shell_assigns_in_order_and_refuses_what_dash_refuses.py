# What stands before a command is assigned in order and for the command alone; traps, lines, options and names are dash's.
import subprocess

COMMANDS = [
    'a=1 b=$a; echo $b',
    'a=1 b=$a sh -c "echo \\$b"; echo [$a]',
    'a=1 b=$((a+1)); echo $b',
    'set -x; a=1 b=$a true; c=3',
    'a=1; f() { a=2 g; echo $a; }; g() { echo $a; a=3; }; f; echo $a',
    'a=0; f() { export a; a=3; }; a=1 f; env | grep ^a=; echo $a',
    'a=1 :; env | grep ^a=; echo [$a]',
    "a=1 exec sh -c 'echo $a'",
    'IFS=: read x y <<E\n1:2\nE\necho "$x-$y-${IFS:+set}"',
    "trap 'echo a; exit 3' EXIT; exit 5",
    "trap 'echo a; exit' EXIT; exit 5",
    "trap 'false' EXIT; true",
    "trap 'false; exit' TERM; kill $$; echo no",
    'trap x NOSIG; echo $?',
    'export() { echo mine; }; export',
    'echo "a\nb"\nnosuch',
    "echo 'a\nb' \\\n c; x=$(\nnosuch\n)\nnosuch2",
    'echo $(( )) no',
    'echo "${x:-"a   b"}" "${x:-\\"}" "${x:-a\\"b\\"c}" "${x:-\'q\'}"',
    'cat <<X\n${x:-"q"} ${x:-\\"}\nX',
    'echo ${x',
    'case\n a in a) echo; esac',
    "sh -z -c 'echo hi'; echo $?",
    "sh -o errexit -c 'false; echo no'; echo $?",
    "sh -n -c 'echo no'; set -n; echo no",
    'set -efu; echo $-',
    'f() { f; }; f; echo no',
    'kill; echo $?',
    'kill -TERM abc; echo $?; kill -FOO $$; echo $?; kill -s FOO $$; echo $?; kill -s; echo $?; kill -l 15; kill -l TERM',
    'test -p /dev/null; echo $?; test -c /dev/null; echo $?; test -S nofile; echo $?',
]
for command in COMMANDS:
    done = subprocess.run(command, shell=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    print(repr(command), '->', done.returncode, repr(done.stdout), repr(done.stderr).replace('/bin/sh: ', 'sh: '))
