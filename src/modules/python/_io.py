"""The classes of io by the name of the module that has them in CPython."""
from io import BytesIO, StringIO
