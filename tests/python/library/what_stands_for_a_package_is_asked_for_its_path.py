# Whatever stands in sys.modules under a package's name is asked for its __path__: a proxy of a module, or an object.
import os
import sys
import types
import weakref

os.mkdir('parts')
for name in 'one', 'two', 'three':
    with open(f'parts/{name}.py', 'w') as file:
        file.write('name = __name__\npackage = __package__\n')
module = types.ModuleType('held')
module.__path__ = [os.path.abspath('parts')]
sys.modules['held'] = weakref.proxy(module)
found = __import__('held.one', None, None, ['name'])
print(found.name, found.package, module.one is found)
from held.two import name
print(name, module.two.package)
sys.modules['space'] = types.SimpleNamespace(__path__=[os.path.abspath('parts')], __spec__=None)
import space.three
print(space.three.name)
sys.modules['flat'] = types.SimpleNamespace(__spec__=None)
try:
    import flat.one
except ModuleNotFoundError as error:
    print(error)
