# What is no `Exception` goes through unittest's runner, suites and program.
import signal
import sys
import unittest


class Sums(unittest.TestCase):
    def test_interrupted(self):
        signal.raise_signal(signal.SIGINT)


sys.argv[:] = ['sums']
unittest.main()
