"""attr.validators by the name that it has in attrs."""
from attr.validators import *
