# recorded by hand: pytest is none of CPython's libraries
"""Packages of tests, and options of pyproject.toml."""
import pathlib, pytest, sys
def w(p, t=''):
    p = pathlib.Path(p); p.parent.mkdir(parents=True, exist_ok=True); p.write_text(t)
w('pyproject.toml', '[project]\nname = "x"\n[tool.pytest.ini_options]\nminversion = "6.0"\naddopts = "-ra -q"\ntestpaths = ["tests"]\nasyncio_mode = "auto"\npython_functions = ["test_*", "check_*"]\nmarkers = ["slow: long"]\n')
w('src/mylib/__init__.py', 'def add(a, b): return a + b\n')
w('tests/__init__.py')
w('tests/conftest.py', 'import sys, os, pytest\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "src"))\n@pytest.fixture(scope="package")\ndef pkg(): return "pkg"\n')
w('tests/test_lib.py', 'import asyncio\nfrom mylib import add\nimport mylib\nimport pytest\n@pytest.fixture\nasync def res():\n    await asyncio.sleep(0.5)\n    return 5\nasync def test_add(res):\n    assert add(2, 2) == res\ndef check_it(pkg): assert pkg == "pk"\ndef testnot(): assert 0\n@pytest.mark.slow\ndef test_slow(): assert __name__ == "tests.test_lib"\n')
w('tests/unit/__init__.py')
w('tests/unit/test_deep.py', 'class TestDeep:\n    def test_x(self): assert [1] == [2]\n')
w('tests/other/test_flat.py', 'def test_f(): assert __name__ == "test_flat"\n')
w('tests/helper_test.py', 'def test_h(): pass\n')
w('tests/notatest.py', 'def test_no(): assert 0\n')
w('tests/.hidden/test_h.py', 'def test_no(): assert 0\n')
print(int(pytest.main(sys.argv[1:])))
