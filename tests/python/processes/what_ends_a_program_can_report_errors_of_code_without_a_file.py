# recorded by hand: the oracle's clock does not follow processes
"""Once modules have gone, a report needs no lines of code that no file holds."""
import subprocess
import sys

print(subprocess.run([sys.executable, '-c', '''
import traceback
class A:
    def __del__(self):
        try:
            raise ValueError("some error")
        except ValueError:
            traceback.print_exc()
a = A()
'''], stderr=subprocess.PIPE, text=True).stderr)
