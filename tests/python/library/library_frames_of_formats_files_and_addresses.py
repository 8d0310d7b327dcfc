# The frames of CPython's library that errors of readers, files and addresses have.
import fileinput
import gzip
import http.cookies
import io
import ipaddress
import queue
import sched
import shelve
import sys
import tomllib
import traceback
import zipfile

packed = gzip.compress(b'abc', mtime=0)


def closed(file):
    file.close()
    return file


for ask in (
        lambda: tomllib.loads('a = '), lambda: tomllib.loads('[t]\na = [1, {b = [2'), lambda: tomllib.loads('a = "\\q"'),
        lambda: tomllib.loads('a = """\\q"""'), lambda: tomllib.loads('a = "\\ud800"'), lambda: tomllib.loads('[[a]]\n[a]'),
        lambda: tomllib.loads('a.b = 1\na = 2'), lambda: tomllib.loads("a = 'x"), lambda: tomllib.loads('a = 1 # \x01'),
        lambda: tomllib.load(io.StringIO('a = 1')), lambda: tomllib.loads(b'a'),
        lambda: list(fileinput.input('/tmp/nothing')), lambda: fileinput.FileInput('x', mode='w'),
        lambda: fileinput.FileInput('/tmp/nothing').readline(),
        lambda: http.cookies.SimpleCookie({'a b': 1}), lambda: http.cookies.Morsel().set('path', 1, 2),
        lambda: http.cookies.Morsel().update({'q': 1}), lambda: http.cookies.BaseCookie().load(5),
        lambda: shelve.Shelf({})['x'], lambda: closed(shelve.Shelf({}))['x'], lambda: shelve.Shelf({}).__setitem__(5, 1),
        lambda: closed(shelve.Shelf({})).__setitem__('x', 1), lambda: shelve.Shelf({}).__delitem__('x'),
        lambda: shelve.open('/tmp/nothing', 'r'),
        lambda: ipaddress.IPv4Address(-1), lambda: ipaddress.IPv4Address('1.1.1.1') + 2 ** 33,
        lambda: ipaddress.ip_address('1.1.1.1') < ipaddress.ip_address('::1'), lambda: ipaddress.ip_network('10.0.0.0/24')[300],
        lambda: ipaddress.ip_network('10.0.0.0/24').supernet(new_prefix=30),
        lambda: gzip.decompress(packed[:-4]), lambda: gzip.decompress(packed[:-8] + b'0000' + packed[-4:]),
        lambda: gzip.GzipFile(fileobj=io.BytesIO(b'no')).read(), lambda: gzip.open(io.BytesIO(packed[:-6])).read(),
        lambda: gzip.open(io.BytesIO(packed[:-8] + b'0000' + packed[-4:])).read(), lambda: gzip.open('x', 'rbt'),
        lambda: gzip.open('x', 'rb', encoding='utf-8'), lambda: closed(gzip.open(io.BytesIO(packed))).read(),
        lambda: queue.Queue('x').put(1), lambda: [sched.scheduler().enterabs(1, 'a', print)] + [
            (s := sched.scheduler()).enterabs(1, 'a', print), s.enterabs(1, 2, print)],
        lambda: zipfile.ZipFile(io.BytesIO(), 'w').write('/tmp/nothing'), lambda: zipfile.ZipFile(io.BytesIO(), 'w').setpassword('x'),
        lambda: zipfile.ZipFile(io.BytesIO(), 'w').extract('x'), lambda: zipfile.ZipFile(io.BytesIO(), 'w', compression=99)):
    try:
        print(ask())
    except Exception as e:
        e.__traceback__ = e.__traceback__.tb_next.tb_next
        traceback.print_exception(e, file=sys.stdout)
