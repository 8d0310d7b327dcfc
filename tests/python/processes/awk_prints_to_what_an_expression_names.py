# recorded by hand: awk is a program of the machine's; the same as with mawk
# Behind the sign stands an expression, conditions included.
import os
import subprocess

os.chdir('/tmp')
for program in ('BEGIN { print 1 > 2 > 1 ? "yes" : "no" }', 'BEGIN { a = "set"; print "x" > a ? "to" : "not" }',
                'BEGIN { printf "%s!", 1 >> "b" "c" }', 'BEGIN { print 3 > "d" == "d" }', 'BEGIN { print (3 > 2 ? "p" : "q") }'):
    before = set(os.listdir('.'))
    done = subprocess.run(['awk', program], capture_output=True, text=True)
    print(done.returncode, repr(done.stdout), repr(done.stderr))
    for name in sorted(set(os.listdir('.')) - before):
        print(name, repr(open(name).read()))
        os.remove(name)
