# A pipe that a program was handed ends with it, whether it could be compiled or not.
import os
import subprocess
import sys

for code in 'import os; os.write({}, b"x")', 'import os; os.write({}, b"x)', 'import sys; sys.exit(3)', '1 / 0':
    reads, writes = os.pipe()
    child = subprocess.Popen([sys.executable, '-c', code.format(writes)], pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    print(os.read(reads, 10), os.read(reads, 10), child.wait())
