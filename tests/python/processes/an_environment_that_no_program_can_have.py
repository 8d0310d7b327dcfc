import subprocess
import sys
import traceback

for env in {'A': 3}, {3: 'A'}, {'A=B': 'c'}, {'A': 'b\0c'}, {'A': None}:
    try:
        subprocess.run(['true'], env=env)
    except Exception:
        traceback.print_exc(file=sys.stdout)
