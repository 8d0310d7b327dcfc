"""attr.setters by the name that it has in attrs."""
from attr.setters import *
