# A program with a relative path is looked for in the folder where it begins; a shell is called by the name it was found by.
import os
import subprocess

os.makedirs('/tmp/w/bin', exist_ok=True)
with open('/tmp/w/bin/tool', 'w') as file:
    file.write('#!/bin/sh\npwd\necho $0 $1\n')
os.chmod('/tmp/w/bin/tool', 0o755)
os.chdir('/tmp')


def run(args, **more):
    try:
        done = subprocess.run(args, capture_output=True, text=True, **more)
        print(args, done.returncode, done.stdout.split())
    except OSError as error:
        print(args, type(error).__name__, error)


run(['./tool', 'a'], cwd='/tmp/w/bin')
run(['bin/tool', 'a'], cwd='/tmp/w')
run(['w/bin/tool', 'a'], cwd='/tmp/w')
run(['w/bin/tool', 'a'])
run(['./tool', 'a'])
run(['other'], executable='./tool', cwd='/tmp/w/bin')
run(['./cat', '/dev/null'], cwd='/bin')
run(['./cat', '/dev/null'], cwd='/tmp')
run('echo $0', shell=True)
run('echo $0', shell=True, executable='/bin/bash')
