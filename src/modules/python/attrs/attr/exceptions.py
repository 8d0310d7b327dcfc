"""What attrs refuses."""


class FrozenError(AttributeError):
    """Something that cannot be changed."""
    msg = "can't set attribute"

    def __init__(self):
        super().__init__(self.msg)


class FrozenInstanceError(FrozenError):
    """An object that cannot be changed."""


class FrozenAttributeError(FrozenError):
    """A field that cannot be changed."""


class AttrsAttributeNotFoundError(ValueError):
    """A field that is not there."""


class NotAnAttrsClassError(ValueError):
    """A class without fields."""


class DefaultAlreadySetError(RuntimeError):
    """A default where there is one."""


class UnannotatedAttributeError(RuntimeError):
    """A field without an annotation among those that have one."""


class PythonTooOldError(RuntimeError):
    """A Python that is too old."""


class NotCallableError(TypeError):
    """A value that cannot be called."""

    def __init__(self, msg, value):
        super().__init__(msg, value)
        self.msg, self.value = msg, value

    def __str__(self):
        return str(self.msg)
