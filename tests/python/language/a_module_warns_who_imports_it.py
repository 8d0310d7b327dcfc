import os
import sys
import tempfile

OUTER = '''
import sys
import warnings

warnings.warn("old_names is deprecated", DeprecationWarning, stacklevel=2)
frame, names = sys._getframe(), []
while frame and len(names) < 7:
    names.append(frame.f_code.co_name)
    frame = frame.f_back
print(names)
'''
INNER = '''
import warnings


def told():
    warnings.warn("inner is deprecated", DeprecationWarning, stacklevel=3)


told()
value = 5
'''
folder = tempfile.mkdtemp()
os.mkdir(os.path.join(folder, "old_names"))
for name, text in (("__init__", OUTER), ("inner", INNER)):
    with open(os.path.join(folder, "old_names", name + ".py"), "w") as file:
        file.write(text)
sys.path.insert(0, folder)
import old_names
from old_names.inner import value

print(value)
