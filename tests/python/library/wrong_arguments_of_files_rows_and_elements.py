"""What os, sqlite3 and ElementTree say of arguments that they cannot take."""
import ipaddress
import os
import pathlib
import sqlite3
import xml.etree.ElementTree as ElementTree


def shown(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


shown(lambda: os.unlink(None))
shown(lambda: os.unlink())
shown(lambda: os.replace("a"))
shown(lambda: os.replace("a", 1.5))
shown(lambda: os.close())
shown(lambda: os.close(1, 2))
shown(lambda: os.fstat(number=1))
shown(lambda: os.chdir())
shown(lambda: os.fsync(1, 2))
shown(lambda: os.ftruncate(1))
shown(lambda: os.access(None, 0))
shown(lambda: os.symlink(None, "b"))
os.makedirs("made", exist_ok=True)
shown(lambda: os.makedirs(b"made"))
connection = sqlite3.connect(":memory:")
cursor = connection.cursor()
shown(lambda: connection.execute(None))
shown(lambda: cursor.executemany(1, []))
shown(lambda: cursor.executescript(None))
shown(lambda: cursor.fetchmany(1, 2))
shown(lambda: cursor.fetchmany(None))
shown(lambda: connection.cursor(1, 2))
shown(lambda: connection())
element = ElementTree.Element("a")
shown(lambda: element.missing)
shown(lambda: element())
shown(lambda: element.append(None))
shown(lambda: element.append("text"))
shown(lambda: element.remove(None))
shown(lambda: element + 1)
network = ipaddress.ip_network("10.0.0.0/8")
shown(lambda: network.subnet_of())
shown(lambda: network.overlaps())
shown(lambda: pathlib.PurePosixPath("a").with_suffix())
os.rmdir("made")
