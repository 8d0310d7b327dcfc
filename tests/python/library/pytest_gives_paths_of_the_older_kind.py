# recorded by hand: pytest is none of CPython's libraries
# Paths of the older kind, as tmpdir gives them.
import os
import sys

import pytest

TESTS = '''
import os


def test_paths(tmpdir):
    file = tmpdir.join("a.txt")
    assert not file.check()
    file.write("one\\ntwo")
    assert file.read() == "one\\ntwo" and file.readlines() == ["one\\n", "two"]
    assert (file.basename, file.purebasename, file.ext, file.size()) == ("a.txt", "a", ".txt", 7)
    assert file.dirpath() == tmpdir and str(file) == os.fspath(file) == file.strpath
    made = tmpdir.mkdir("sub")
    made.join("b.bin").write_binary(b"\\x00")
    deep = tmpdir.ensure("x", "y", "z.txt")
    assert deep.exists() and deep.check(file=1) and not deep.check(dir=1)
    assert [each.basename for each in tmpdir.listdir(sort=True)] == ["a.txt", "sub", "x"]
    assert [each.basename for each in tmpdir.listdir("*.txt")] == ["a.txt"]
    assert deep.relto(tmpdir) == "x/y/z.txt" and (tmpdir / "sub").isdir()
    with made.as_cwd():
        assert os.getcwd() == str(made) and os.listdir() == ["b.bin"]
    assert file.new(ext="md").basename == "a.md"
    made.remove()
    assert not made.exists()


def test_factory(tmpdir_factory):
    path = tmpdir_factory.mktemp("data").join("f")
    with path.open("w") as out:
        out.write("text")
    assert path.read() == "text" and repr(path).startswith("local('/")
'''
os.makedirs('/tmp/tests', exist_ok=True)
with open('/tmp/tests/test_paths.py', 'w') as file:
    file.write(TESTS)
os.chdir('/tmp/tests')
sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', '-p', 'no:asyncio', '-p', 'no:anyio', '--no-header']))
