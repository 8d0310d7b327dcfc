"""What only the compiler finds is shown as it stands in the file; the symbol table's errors have the message alone."""
import os
import sys
import tempfile
import traceback

SOURCES = ['def f(x, x): pass', 'nonlocal x', 'def f():\n  global x\n  x: int', 'def f():\n  from x import *',
           'def f():\n  nonlocal x', 'from __future__ import nothing', 'from __future__ import braces', 'return 1',
           'x\nfrom __future__ import annotations', 'try:\n  pass', 'if 1:\n  try: pass\nx', 'try: pass\nx', 'f() = 1']
for source in SOURCES:
    try:
        compile(source, 'nowhere', 'exec')
    except SyntaxError as e:
        print(repr(e), (e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset))

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    for number, source in enumerate(['x = 1\ndef f(x,\n      x): pass\n', 'x = 1\nreturn x\n', 'from __future__ import nothing\n']):
        with open(os.path.join(folder, f'wrong{number}.py'), 'w') as file:
            file.write(source)
        try:
            __import__(f'wrong{number}')
        except SyntaxError as e:
            print(e, repr(e.text))
            print(traceback.format_exc().replace(folder, '<folder>').partition('File "<folder>')[2])
    sys.path.remove(folder)
