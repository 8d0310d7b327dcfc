import subprocess

for command in (
    "(exit 4); echo $?",
    "x=1; (x=2; cd /; echo $x); echo $x",
    "(echo a; echo b) | tail -1",
    "(false) || echo rescued",
    "{ echo group; exit 3; }; echo not reached",
    "(echo err >&2; exit 2) 2>&1; echo $?",
    "set -e; false; echo not reached",
    "set -e; if false; then echo no; fi; false || echo yes; ! true; false && true; echo still; set +e; false; echo here",
    "set -e; (false; echo no); echo not reached",
    "sh -ec 'false; echo not reached'; echo $?",
    "echo `echo in back quotes` \"and `echo quoted`\"",
    "n=`seq 3 | wc -l`; echo $n",
    "word=four; echo ${#word} ${word} ${none:-other} ${#none} ${#} $#",
    "echo `",
):
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    print(command, "->", done.returncode, done.stdout.split(), done.stderr.strip())
