"""What is found in the tree stands, as CPython shows it, as many characters further on as its place has bytes."""
import subprocess
import sys
import tempfile

SOURCES = [
    '名字 = "你好"; return 名字\n', 'x = "你好"; break\n', "你 = 1; global 你\n", "你好 = lambda 甲, *甲: 1\n",
    'def f():\n    "你好"; nonlocal 你\n', "é = 1; yield é\n", "名 = 1; a, *b, *c = 名\n", 'f("你", __debug__=1)\n',
    'x = "你"; from __future__ import nope\n', '"😀"; return "😀"\n', 'x = ("你",\n  "你"); return (1,\n"你",  2)\n',
    'x = "你"; y = = 1\n',
]
with tempfile.TemporaryDirectory() as folder:
    for source in SOURCES:
        with open(f"{folder}/program.py", "w", encoding="utf-8") as file:
            file.write(source)
        run = subprocess.run([sys.executable, "program.py"], cwd=folder, capture_output=True, text=True)
        print(*run.stderr.splitlines()[1:], sep="\n")
        try:
            compile(source, "text", "exec")
        except SyntaxError as error:
            print(error.lineno, error.offset, error.end_lineno, error.end_offset)
