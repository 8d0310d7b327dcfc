# Frames of archives, tables, trees and processes' values in tracebacks are CPython's.
import bz2
import dbm
import enum
import io
import lzma
import multiprocessing
import os
import tarfile
import tempfile
import traceback
import typing
import weakref
import xml.etree.ElementTree as ET

os.chdir(tempfile.mkdtemp())


def tell(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception:
        lines = traceback.format_exc().split('\n')
        print('\n'.join(line for line in lines if 'in tell' not in line and 'action(' not in line and '~~~^^^' not in line))


with open('plain', 'w') as file:
    file.write('no archive')
for module in bz2, lzma:
    tell(module.open, 'missing')
    tell(module.compress, 'text')
tell(bz2.decompress, b'none')
tell(bz2.open, 'plain', 'rwb')
tell(bz2.open('packed', 'w').write, 'text')
tell(bz2.open('packed', 'w').write, memoryview(b'bytes'))
tell(lzma.decompress, b'none')
tell(tarfile.open, 'missing.tar')
tell(tarfile.open, 'missing.tar', 'r:gz')
tell(tarfile.open, 'plain', 'q')
with tarfile.open('some.tar', 'w') as archive:
    tell(archive.add, 'missing')
with tarfile.open('some.tar') as archive:
    tell(archive.getmember, 'missing')
    tell(archive.extractfile, 'missing')
tell(dbm.open, 'missing', 'r')
tell(weakref.WeakSet().add, 5)
tell(weakref.WeakKeyDictionary().__setitem__, 5, 1)
tell(enum.Flag('Flags', 'ONE').ONE.__class__, 'text')
tell(typing.Generic.__class__, 'Name', (), {})
try:
    class Wrong(typing.Protocol, io.StringIO):
        pass
except TypeError:
    traceback.print_exc()
with tempfile.NamedTemporaryFile() as file:
    tell(file.write, 'text')

root = ET.Element('root')
child = ET.SubElement(root, 'child')
for put in 'text', 'tail', 'attribute':
    if put == 'attribute':
        child.set('number', 5)
    else:
        setattr(child, put, 5)
    tell(ET.tostring, root)
    child.text = child.tail = None
child.set('number', '<5 & "6"\n')
child.text = 'a < b & "c" > d'
print(ET.tostring(root))
tell(multiprocessing.Value, 'unknown', 1)
tell(multiprocessing.Array, 'i', 'x')
