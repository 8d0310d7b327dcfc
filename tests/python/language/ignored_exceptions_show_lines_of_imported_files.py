# An ignored exception shows the line of an imported file though nothing has shown that file before.
import io
import os
import sys

folder = '/tmp/imported_for_its_lines'
os.makedirs(folder, exist_ok=True)
path = folder + '/ends_badly.py'
with open(path, 'w') as file:
    file.write('class Ends:\n    def __del__(self):\n        raise RuntimeError("over "\n                           "two lines")\n')
sys.path.insert(0, folder)
try:
    import ends_badly
    sys.stderr = io.StringIO()
    ends_badly.Ends()
    print(*sys.stderr.getvalue().splitlines()[1:], sep='\n')
finally:
    os.remove(path)
    os.rmdir(folder)
