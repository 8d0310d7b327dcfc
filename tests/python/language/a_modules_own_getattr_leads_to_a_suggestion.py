import os
import sys

os.makedirs('/tmp/shapes_there', exist_ok=True)
with open('/tmp/shapes_there/shapes.py', 'w') as file:
    file.write('circle = 1\n\n\ndef __getattr__(name):\n    if name == "late":\n        return 5\n'
               '    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")\n')
sys.path.insert(0, '/tmp/shapes_there')
sys.dont_write_bytecode = True
import shapes

os.remove('/tmp/shapes_there/shapes.py')
os.rmdir('/tmp/shapes_there')
print(shapes.late, hasattr(shapes, 'square'))
try:
    shapes.square
except AttributeError as error:
    print(error, error.name)
shapes.circl
