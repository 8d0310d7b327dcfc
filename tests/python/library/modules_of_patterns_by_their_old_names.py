# sre_compile, sre_constants and sre_parse are there, and warn where they are imported.
import warnings

for name in ('sre_compile', 'sre_constants', 'sre_parse'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        module = __import__(name)
    print(name, [(each.category.__name__, str(each.message)) for each in caught], module.MAXREPEAT)
import sre_compile
import sre_constants

print(sre_compile.compile('a+').match('aaa').span(), sre_compile.isstring('x'), sre_compile.isstring(1))
try:
    sre_compile.compile('(')
except sre_constants.error as error:
    print(error)
