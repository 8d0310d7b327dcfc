# recorded by hand: pytest is none of CPython's libraries
"""Options: which tests are run, by names and expressions, and how failures are shown."""
import pathlib, pytest, sys
pathlib.Path('test_u.py').write_text('''
import pytest
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self): return self.items.pop()
    def __len__(self): return len(self.items)
@pytest.fixture
def stack(): return Stack()
class TestStack:
    def test_push(self, stack):
        stack.push(1)
        assert len(stack) == 2
    def test_pop(self, stack):
        stack.pop()
    @pytest.mark.parametrize("n", [0, 1, pytest.param(2, id="two"), pytest.param(3, marks=pytest.mark.xfail(reason="three"))])
    def test_n(self, stack, n):
        for i in range(n): stack.push(i)
        assert len(stack) == n and n < 3
def divide(a, b):
    """Divides."""
    if b == 0:
        raise ZeroDivisionError("no zero")
    return a / b
@pytest.mark.parametrize("a, b, expected", [(6, 3, 2), (1, 3, pytest.approx(0.333, abs=1e-3)), (1, 0, None)])
def test_divide(a, b, expected): assert divide(a, b) == expected
''')
for a in (['--tb=short'], ['--tb=long', '-l'], ['-rx', '-v'], ['-k', 'TestStack and not n', '--tb=line'], ['-k', 'two or divide', '-q'], ['test_u.py::TestStack::test_n[two]'], ['test_u.py::TestStack'], ['test_u.py::TestStack::test_n']):
    print(a, int(pytest.main(a if a[0].startswith('test') else ['test_u.py', *a])))
