"""attr.exceptions by the name that it has in attrs."""
from attr.exceptions import *
