"""attr.converters by the name that it has in attrs."""
from attr.converters import *
