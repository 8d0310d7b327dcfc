"""pytest 9.2, as far as Loopscope has it."""
__version__ = '9.2.0'
version_tuple = (9, 2, 0)
