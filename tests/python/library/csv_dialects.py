import csv, io
class D(csv.Dialect): delimiter = '|'; quotechar = "'"; lineterminator = '\n'; quoting = csv.QUOTE_MINIMAL
csv.register_dialect('p', D); b = io.StringIO(); w = csv.writer(b, dialect='p'); w.writerow(['a|b', 1, "it's", None, 2.5]); print(b.getvalue()); print(list(csv.reader(io.StringIO(b.getvalue()), 'p')), csv.list_dialects())
print(list(csv.reader(['"a ""q""",b', 'c;d,e'])), list(csv.DictReader(io.StringIO('a,b\n1,2,3\n4'))))
w = csv.DictWriter(b, ['a']); 
try: w.writerow({'z': 1})
except ValueError as e: print(e)
csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b'])
