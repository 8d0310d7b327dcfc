# A module of a package that is still being imported is found by `from . import`, though its package lacks it yet.
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)


def write(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)


write('shop/__init__.py', '''
print('shop begins')
from . import orders
print('shop ends')
''')
write('shop/orders.py', '''
from . import customers
KIND = 'orders'

def first():
    return customers.name()
''')
write('shop/customers.py', '''
from . import orders
import shop.orders as again
from shop import orders as once_more

print('half done:', hasattr(orders, 'KIND'), orders is again is once_more)
try:
    from . import invoices
except ImportError as e:
    print(type(e).__name__, str(e).split(' (/')[0])

def name():
    return 'customer of ' + orders.KIND
''')
import shop
print(shop.orders.first())

# The package itself, below which a name is wanted, from within.
write('tree/__init__.py', 'from .branch import *\n')
write('tree/branch/__init__.py', 'from .leaf import *\n')
write('tree/branch/leaf.py', 'from .. import branch\ncolour = "green"\n')
from tree import colour
print(colour)
