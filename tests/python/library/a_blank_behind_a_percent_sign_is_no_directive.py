import datetime
import time

for format in ('% Y', '%Y-%', '%Y %.', '%Q', '%é', '%('):
    for read in (datetime.datetime.strptime, time.strptime):
        try:
            print(read('2026', format))
        except ValueError as error:
            print(error)
