"""Classes that are generic to type checkers can be subscripted at run time as well."""
import contextlib
import csv
import logging


class Quiet(logging.LoggerAdapter[logging.Logger]):
    def process(self, msg, kwargs):
        return f'<{msg}>', kwargs


print(logging.LoggerAdapter[str], logging.StreamHandler[str], logging.FileHandler[str])
print(csv.DictReader[str], csv.DictWriter[int], contextlib.chdir[str])
logging.basicConfig(format='%(name)s %(message)s')
Quiet(logging.getLogger('quiet')).warning('said')
print(Quiet.__mro__[1], Quiet.__orig_bases__, isinstance(contextlib.chdir('/tmp'), contextlib.AbstractContextManager))
