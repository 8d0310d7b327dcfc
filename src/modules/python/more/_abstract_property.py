"""What `abc` has for old programs."""


class abstractproperty(property):
    """A property that a class must define."""
    __isabstractmethod__ = True


abstractproperty.__module__ = 'abc'
