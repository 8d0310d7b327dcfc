"""Errors at the end of a file, after `del` alone, before stray backslashes and at keywords that are given by name."""
import subprocess
import sys
import tempfile

SOURCES = [
    "try: x\n", "try: x", "for i in x:\n    try:\n        x\n", "def f():\n    try: x\n\n\n", "try: x\n# an end\n",
    "try:\n    x\ny = 1\n", "class A:\n    @p\n", "import os\ndel\nx = 1\n", "if 1:\n    del\n    x = 1\n", "del;x\n",
    "del a b\n", "del a, *b\n", "f(not=True)\n", "f(lambda=1)\n", "f(a, from=1)\n", "f(None=1)\n",
    "x = (1 + 2) if y 3 else 4\n", "x = 5 5\ny = \\ 3\n", "x = 5 5\ny = 3 \\", "x = (5 5\ny = \\ 3\n",
    "import a from b import c, d\n", "* words: more words\n", "yield: 1\n", "a b [c d]\n", "a b {\n    c d: e,\n}\n", "a(b, (c) => {})\n",
    "words to a [link that](leads) on\n",
]
with tempfile.TemporaryDirectory() as folder:
    for source in SOURCES:
        with open(f"{folder}/program.py", "w") as file:
            file.write(source)
        run = subprocess.run([sys.executable, "program.py"], cwd=folder, capture_output=True, text=True)
        lines = run.stderr.splitlines()
        print(repr(source), *lines[1:], sep="\n")
        try:
            compile(source, "text", "exec")
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset)
