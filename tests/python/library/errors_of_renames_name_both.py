import multiprocessing
import os
import sqlite3
import unittest

open("plain", "w").close()
for one, other in (("/nope/a", "/nope/b"), ("nope", "b"), ("plain", "/nope/b"), ("plain", "plain/b")):
    for function in (os.rename, os.replace):
        try:
            function(one, other)
        except OSError as error:
            print(error, error.filename2)
for made in (multiprocessing.Lock(), multiprocessing.RLock(), multiprocessing.Semaphore(), multiprocessing.BoundedSemaphore()):
    print(type(made))
rows = sqlite3.connect(":memory:").execute("select 1 union select 2 union select 3")
print(rows.fetchmany(), rows.fetchmany(0), rows.fetchmany(-1))
try:
    unittest.TestCase("nope")
except ValueError as error:
    print(error, repr(error.__context__))
