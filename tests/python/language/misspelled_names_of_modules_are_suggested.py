"""Names that a module's attribute could have meant, those included that are made when they are asked for."""
import abc
import asyncio
import csv
import inspect
import io
import os
import sys
import time
import traceback

for module, name in [(asyncio, 'open_conection'), (asyncio, 'StreamReaders'), (asyncio, 'creat_task'), (asyncio, 'Queu'),
                     (inspect, 'sginature'), (io, 'BytesI'), (io, 'TextIOWraper'), (time, 'strptim'), (time, 'clock_getime'),
                     (csv, 'Snifer'), (os, 'getppi'), (abc, 'abstractpropert'), (sys, 'displayhok'), (time, 'zzzzzzzz')]:
    try:
        getattr(module, name)
    except AttributeError as e:
        print(e.name, e.obj is module, *traceback.format_exception_only(e), end='')
for module, names in [(asyncio, 'open_connection StreamReader start_server create_subprocess_exec sleep'), (sys, 'displayhook'),
                      (time, 'strptime clock_gettime tzset time'), (io, 'FileIO TextIOWrapper StringIO'), (csv, 'Sniffer')]:
    print([name in dir(module) for name in names.split()])
try:
    from asyncio import start_sever
except ImportError as e:
    print(*traceback.format_exception_only(e), end='')
asyncio.open_conection
