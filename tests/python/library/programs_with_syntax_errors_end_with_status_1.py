import subprocess
import sys

open('/tmp/t1.py','w').write('f"{a b}"\n')
r = subprocess.run([sys.executable, '/tmp/t1.py'], capture_output=True, text=True); print(r.returncode, r.stderr)
r = subprocess.run([sys.executable, '-c', 'x = = 1'], capture_output=True, text=True); print(r.returncode, r.stderr)
