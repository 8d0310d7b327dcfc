"""A Popen that goes while its process runs is warned of at subprocess's own line."""
import gc
import os
import subprocess
import sys
import warnings

warnings.simplefilter("always")


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, os.path.basename(filename), lineno, str(message).split()[0], str(message).split()[2:])


warnings.showwarning = show
process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(0.2)"])
del process
gc.collect()
print("gone")
