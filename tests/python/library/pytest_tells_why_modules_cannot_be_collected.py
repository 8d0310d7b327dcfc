# recorded by hand: pytest is none of CPython's libraries
"""Modules of tests that cannot be imported, that skip themselves, whose parameters are wrong."""
import pathlib, pytest, sys
pathlib.Path('test_import.py').write_text('import nosuchmodule\ndef test_a(): pass\n')
pathlib.Path('test_raise.py').write_text('def f():\n    raise ValueError("at import")\nf()\n')
pathlib.Path('test_skipall.py').write_text('import pytest\npytest.skip("whole module", allow_module_level=True)\n')
pathlib.Path('test_skipbad.py').write_text('import pytest\npytest.skip("whole module")\n')
pathlib.Path('test_importorskip.py').write_text('import pytest\nx = pytest.importorskip("nosuch2")\n')
pathlib.Path('test_dup.py').write_text('import pytest\n@pytest.mark.parametrize("x", [1])\n@pytest.mark.parametrize("x", [2])\ndef test_a(x): pass\n')
pathlib.Path('test_noarg.py').write_text('import pytest\n@pytest.mark.parametrize("y", [1])\ndef test_a(x): pass\n')
pathlib.Path('test_count.py').write_text('import pytest\n@pytest.mark.parametrize("x,y", [(1, 2), (1, 2, 3)])\ndef test_a(x, y): pass\n')
pathlib.Path('test_assert.py').write_text('assert 1 == 2\n')
pathlib.Path('test_ok.py').write_text('def test_ok(): pass\n')
sys.exit(pytest.main(sys.argv[1:]))
