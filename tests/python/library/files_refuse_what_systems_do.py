# Names, links, places in files: what the system's calls say, with both names where there are two.
import copy
import io
import logging.config
import os
import tempfile
import unittest


def refused(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, str(error).replace("x" * 300, "x…").replace("y" * 5000, "y…"))


os.chdir(tempfile.mkdtemp())
with open("one", "w") as file:
    file.write("words")
os.link("one", "two")
print(os.stat("one").st_nlink)
os.rename("two", "three")
os.remove("one")
print(os.stat("three").st_nlink, open("three").read())
refused(os.link, "one", "four")
refused(os.link, "three", "three")
refused(os.link, ".", "four")
refused(os.rmdir, ".")
refused(os.rmdir, "./")
refused(open, "x" * 300, "w")
refused(os.mkdir, "x" * 300)
refused(os.stat, "y" * 5000)
refused(os.truncate, "three", -1)
refused(os.utime, "three", 5)
refused(os.chmod, "three", "x")
refused(os.putenv, "a=b", "c")
with open("three", "r+") as text, open("three", "rb+") as data, open("three", "rb+", 0) as raw:
    for file in text, data, raw:
        refused(file.seek, 0, 9)
        refused(file.seek, -1)
        refused(file.truncate, -1)
    refused(data.readinto, 5)
    refused(data.readinto, b"read only")
    refused(raw.readinto, 5)
    refused(os.ftruncate, raw.fileno(), -1)
refused(io.BytesIO().readinto, "x")
print(open("three").read())
for what in str.upper, str.__len__:
    print(copy.deepcopy(what) is what, copy.copy(what) is what)
for handler in {}, {"class": "logging.StreamHandler", "stream": "ext://sys.none"}, {
        "class": "logging.StreamHandler", "stream": "cfg://none"}:
    try:
        logging.config.dictConfig({"version": 1, "handlers": {"console": handler}})
    except ValueError as error:
        print(error, "|", type(error.__cause__).__name__, error.__cause__)


class Test(unittest.TestCase):
    def test(self):
        with self.subTest("outer", i=1):
            with self.subTest(j=2):
                self.fail("here")


class Result(unittest.TestResult):
    def addSubTest(self, test, subtest, error):
        if error:
            print(subtest, subtest.params, subtest._message is None, error[1])


Test("test").run(Result())
