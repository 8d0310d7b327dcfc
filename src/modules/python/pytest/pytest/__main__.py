"""The program `pytest`."""
import sys

from _pytest.config import run

if __name__ == '__main__':
    sys.exit(run(None, None, 'python -m pytest'))
