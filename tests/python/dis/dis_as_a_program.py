# python -m dis FILE, and what it says of its options.
import os
import subprocess
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "shown.py")
with open(path, "w") as file:
    file.write("import os\nfor i in range(2):\n    print(i, os.sep)\n")
for options in [path], ["-O", "-C", path], ["-h"]:
    done = subprocess.run([sys.executable, "-m", "dis", *options], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr)
print(subprocess.run([sys.executable, "-m", "dis"], input="x = 1\n", capture_output=True, text=True).stdout)
