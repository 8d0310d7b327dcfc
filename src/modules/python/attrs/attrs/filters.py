"""attr.filters by the name that it has in attrs."""
from attr.filters import *
