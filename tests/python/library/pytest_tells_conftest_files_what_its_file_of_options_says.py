# recorded by hand: pytest is none of CPython's libraries
"""config.inicfg has the options as they are written, and warns of its age."""
import pathlib
import sys
import pytest
pathlib.Path('pytest.ini').write_text('[pytest]\nmine = one two\naddopts = -q -p no:asyncio\n')
pathlib.Path('conftest.py').write_text('''
def pytest_configure(config):
    print(dict(config.inicfg), config.inicfg.get("other", []))
''')
pathlib.Path('test_it.py').write_text('def test_it(): pass\n')
sys.exit(pytest.main([]))
