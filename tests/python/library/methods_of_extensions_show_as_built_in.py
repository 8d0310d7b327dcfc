# A method that is not called shows as CPython's own does, where its class is C there and text here.
import array
import collections
import csv
import decimal
import hashlib
import io
import re
import sqlite3

match = re.match('a', 'a')
for shown in (decimal.Decimal(1).sqrt, collections.OrderedDict().popitem, csv.writer(io.StringIO()).writerow, io.StringIO().getvalue, io.BytesIO().read,
              re.compile('a').match, match.group, array.array('i').append, hashlib.md5().hexdigest, open('/dev/null').read,
              sqlite3.connect(':memory:').execute, decimal.Decimal.sqrt, io.StringIO.getvalue, collections.OrderedDict.popitem, decimal.Decimal(2).__add__):
    print(shown)


class Table(collections.OrderedDict):
    def keys(self):
        return super().keys()


print(Table().popitem, Table().keys)
