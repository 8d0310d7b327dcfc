# What a Python that is started reads: a declared encoding, a mark, or why not.
import os
import subprocess
import sys
import tempfile

os.chdir(tempfile.mkdtemp())
here = os.getcwd()
PROGRAMS = {
    "gbk": "# coding: gbk\nprint(ascii('你好'))\n".encode("gbk"),
    "second_line": b"#!/usr/bin/python\n# -*- coding: iso-8859-15 -*-\nprint(ascii('\xa4'))\n",
    "third_line": "#\n#\n# coding: gbk\nprint(ascii('é'))\n".encode(),
    "bad": b"x = 1\nprint('\xe4')\n",
    "unknown": b"# coding: foobar\nprint(1)\n",
    "mark": b"\xef\xbb\xbfprint('mark')\n",
    "mark_and_latin": b"\xef\xbb\xbf# coding: latin-1\nprint(1)\n",
    "null": b"print(1)\n\x00\n",
    "broken": "# coding: gbk\nprint('你好'\n".encode("gbk"),
}
for name, data in PROGRAMS.items():
    with open(name + ".py", "wb") as file:
        file.write(data)
    done = subprocess.run([sys.executable, name + ".py"], capture_output=True, text=True)
    print(name, done.returncode, done.stdout.strip(), done.stderr.replace(here + "/", "").rstrip())
done = subprocess.run([sys.executable, "-"], input=PROGRAMS["bad"], capture_output=True)
print(done.returncode, done.stdout, done.stderr.decode().strip())
print(subprocess.run([sys.executable, "-m", "gbk"], capture_output=True, text=True).stdout.strip())
