# recorded by hand: pytest is none of CPython's libraries
"""What parts of a test print and log goes to their own reports."""
import pathlib, pytest, sys
pathlib.Path('test_parts.py').write_text('''
import logging
def test_parts(subtests):
    for i in range(3):
        with subtests.test("part", i=i):
            print("printed", i)
            logging.warning("logged %d", i)
            assert i != 1
    print("end")
''')
sys.exit(pytest.main(['test_parts.py', '-v']))
