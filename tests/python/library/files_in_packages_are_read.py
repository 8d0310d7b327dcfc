"""importlib.resources: files that a package has in its folder."""
import os
import pathlib
import sys
import warnings

root = pathlib.Path('/tmp/in_packages')
(root / 'shop' / 'data' / 'deep').mkdir(parents=True, exist_ok=True)
(root / 'shop' / '__init__.py').write_text('import importlib.resources as r\nHERE = r.files().joinpath("prices.txt")\n')
(root / 'shop' / 'tool.py').write_text('')
(root / 'shop' / 'prices.txt').write_text('tea 3\ncafé 4\n', encoding='utf-8')
(root / 'shop' / 'data' / 'raw.bin').write_bytes(b'\0\1')
(root / 'shop' / 'data' / 'deep' / 'note.txt').write_text('deep')
sys.path.insert(0, str(root))

import importlib.resources as resources
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

import shop

folder = files('shop')
print(folder == root / 'shop', files(shop) == folder, files('shop.tool') == folder, isinstance(folder, Traversable))
print((folder / 'prices.txt').read_text(encoding='utf-8').split(), folder.joinpath('data', 'raw.bin').read_bytes())
print(sorted(each.name for each in folder.joinpath('data').iterdir()), shop.HERE.name)
print(resources.read_text('shop', 'prices.txt'), resources.read_binary(shop, 'data', 'raw.bin'))
print(resources.read_text('shop', 'data', 'deep', 'note.txt', encoding='utf-8'))
print(resources.is_resource('shop', 'prices.txt'), resources.is_resource('shop', 'data'))
with resources.open_text('shop', 'prices.txt') as file:
    print(file.readline())
with resources.path('shop', 'prices.txt') as path, as_file(folder / 'tool.py') as other:
    print(path.exists(), type(path).__name__, other.name)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(sorted(set(resources.contents('shop')) - {'__pycache__'}), [str(each.message) for each in caught])
for call in (lambda: files('no_such_package'), lambda: resources.read_text('shop', 'none.txt'),
             lambda: resources.read_text('shop', 'data', 'deep', 'note.txt')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(root), 'root'))
