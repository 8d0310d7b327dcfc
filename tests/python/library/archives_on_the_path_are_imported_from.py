# A zip archive on sys.path, or a folder in one, is where modules and packages come from: zipimport's work.
import importlib.util
import pkgutil
import sys
import traceback
import zipfile
import zipimport

with zipfile.ZipFile('kit.zip', 'w') as kit:
    kit.writestr('alone.py', 'def fails():\n    raise ValueError("alone")\n')
    kit.writestr('pack/__init__.py', '"""A pack."""\nfrom . import inner\n')
    kit.writestr('pack/inner.py', 'where = __file__\n')
    kit.writestr('pack/words.txt', 'some words')
    kit.writestr('bare/', '')
    kit.writestr('bare/part.py', 'here = __name__\n')
    kit.writestr('extra/late.py', 'late = True\n')

sys.path.insert(0, 'kit.zip')
import alone
import pack
import bare.part
print(alone.__file__, type(alone.__loader__).__name__, alone.__spec__.origin)
print(pack.__path__, pack.__doc__, pack.inner.where, pack.__package__)
print(bare.part.here, list(bare.__path__))
try:
    alone.fails()
except ValueError:
    print([line.line for line in traceback.extract_tb(sys.exc_info()[2])][1:])
sys.path.insert(0, 'kit.zip/extra')
import late
print(late.late, late.__file__)

finder = zipimport.zipimporter('kit.zip')
print(finder, finder.archive, repr(finder.prefix), pkgutil.zipimporter is zipimport.zipimporter)
print(zipimport.zipimporter('kit.zip/pack'), zipimport.zipimporter('kit.zip/pack').prefix)
print(finder.is_package('pack'), finder.is_package('alone'), finder.get_filename('pack'), finder.find_spec('none'))
print(repr(finder.get_source('alone')[:12]), finder.get_code('alone').co_filename)
print(finder.get_data('kit.zip/pack/words.txt'), pkgutil.get_data('pack', 'words.txt'))
print(importlib.util.find_spec('pack').submodule_search_locations, finder.find_spec('bare').loader)
for call in (lambda: finder.is_package('none'), lambda: zipimport.zipimporter('nowhere.zip'), lambda: zipimport.zipimporter(''),
             lambda: finder.get_data('none.txt'), lambda: finder.get_source('none'), lambda: zipimport.zipimporter(3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, isinstance(error, ImportError))
with open('no.zip', 'w') as file:
    file.write('no archive')
try:
    zipimport.zipimporter('no.zip')
except zipimport.ZipImportError as error:
    print(error, error.path)
sys.path.insert(0, 'no.zip')
try:
    import nowhere_at_all
except ModuleNotFoundError as error:
    print(error)
