import os
import shutil
import subprocess
import sys

os.makedirs('/tmp/app/empty', exist_ok=True)
with open('/tmp/app/__main__.py', 'w') as file:
    file.write('import sys, helper\nprint(__name__, repr(__package__), __file__, sys.argv, sys.path[0], helper.x)\n')
with open('/tmp/app/helper.py', 'w') as file:
    file.write('x = 1\n')
try:
    for place in '/tmp/app', 'app', 'app/':
        done = subprocess.run([sys.executable, place, 'a'], capture_output=True, text=True, cwd='/tmp')
        print(done.returncode, done.stdout, end='')
    done = subprocess.run([sys.executable, '/tmp/app/empty'], capture_output=True, text=True)
    print(done.returncode, done.stderr.partition(': ')[2], end='')
    done = subprocess.run([sys.executable, '/tmp/app/none'], capture_output=True, text=True)
    print(done.returncode, done.stderr.partition(': ')[2], end='')
finally:
    shutil.rmtree('/tmp/app')
