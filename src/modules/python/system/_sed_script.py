"""How sed's scripts are read."""


