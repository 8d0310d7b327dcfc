"""inspect.getdoc of a property looks above under the property's name, whatever its getter is called."""
import inspect


class Base:
    @property
    def size(self):
        """How many there are."""

    @property
    def other(self):
        """Something else."""


class Own(Base):
    def _size(self):
        return 1

    size = property(_size)

    @property
    def other(self):
        return 2


print(inspect.getdoc(Own.size), '|', inspect.getdoc(Own.other), '|', Own.size.__name__)
