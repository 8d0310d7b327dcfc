"""Where CPython keeps pathlib's classes: pickles name these modules."""
from pathlib import *
