"""What pydantic warns by."""
from .version import version_short


class PydanticDeprecationWarning(DeprecationWarning):
    def __init__(self, message, *args, since, expected_removal=None):
        super().__init__(message, *args)
        self.message, self.since = message.rstrip('.'), since
        self.expected_removal = expected_removal if expected_removal is not None else (since[0] + 1, 0)

    def __str__(self):
        dotted = lambda pair: f'{pair[0]}.{pair[1]}'
        text = f'{self.message}. Deprecated in Pydantic V{dotted(self.since)} to be removed in V{dotted(self.expected_removal)}.'
        if self.since == (2, 0):
            text += f' See Pydantic V2 Migration Guide at https://errors.pydantic.dev/{version_short()}/migration/'
        return text


def _since(minor):
    class Warned(PydanticDeprecationWarning):
        def __init__(self, message, *args):
            super().__init__(message, *args, since=(2, minor), expected_removal=(3, 0))

    Warned.__name__ = Warned.__qualname__ = f'PydanticDeprecatedSince2{minor}'
    return Warned


PydanticDeprecatedSince20, PydanticDeprecatedSince26 = _since(0), _since(6)
PydanticDeprecatedSince29, PydanticDeprecatedSince210 = _since(9), _since(10)
PydanticDeprecatedSince211, PydanticDeprecatedSince212 = _since(11), _since(12)
PydanticDeprecatedSince214 = _since(14)


class GenericBeforeBaseModelWarning(Warning):
    pass


class PydanticExperimentalWarning(Warning):
    pass


class ArbitraryTypeWarning(UserWarning):
    pass


class UnsupportedFieldAttributeWarning(UserWarning):
    pass


class TypedDictExtraConfigWarning(UserWarning):
    pass
