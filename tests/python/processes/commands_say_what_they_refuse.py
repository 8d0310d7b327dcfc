# recorded by hand: the judge has no child processes
# The simulated machine's cp, mkdir and rm say what they refuse, in the words of GNU's.
import os
import subprocess

os.makedirs('/tmp/cp_refuses/a/in')
os.chdir('/tmp/cp_refuses')
open('f', 'w').write('1')
os.symlink('f', 'a/link')
for line in ('mkdir -p ""', 'cp -r a a/b', 'cp -r a f', 'cp f f', 'rm -rf a/b; cp -r a c && cp -r a/. c && ls c', 'cd c && rm -rf .', 'ls c', 'ln -s nowhere d; mkdir -p d/x',
             'mkdir -p f/x', 'mkdir -p a/in/new/er && ls a/in'):
    done = subprocess.run(line, shell=True, capture_output=True, text=True)
    print(line, done.returncode, repr(done.stdout), repr(done.stderr.strip()))
subprocess.run('rm -r /tmp/cp_refuses', shell=True)
