# recorded by hand: pytest is none of CPython's libraries
"""setup_class and setup_method are called for classes of unittest as well, beside their own setUpClass and setUp."""
import pathlib, pytest

pathlib.Path('test_both.py').write_text('''
import unittest

said = []


class TestBoth(unittest.TestCase):
    @classmethod
    def setup_class(cls):
        said.append('setup_class')
        cls.shared = 1

    @classmethod
    def teardown_class(cls):
        said.append('teardown_class')

    @classmethod
    def setUpClass(cls):
        said.append('setUpClass')

    @classmethod
    def tearDownClass(cls):
        said.append('tearDownClass')

    def setup_method(self, method):
        said.append(f'setup_method {method.__name__}')

    def teardown_method(self, method):
        said.append(f'teardown_method {method.__name__}')

    def setUp(self):
        said.append('setUp')

    def tearDown(self):
        said.append('tearDown')

    def test_one(self):
        said.append(f'one {self.shared}')

    def test_two(self):
        said.append('two')
''')
pytest.main(['-q', '--no-header', 'test_both.py'])
import test_both
print(*test_both.said, sep='\n')
