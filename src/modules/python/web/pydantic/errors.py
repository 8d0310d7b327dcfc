"""What pydantic complains of when it is used wrongly."""
import re

from .version import version_short

PydanticErrorCodes = str


class PydanticErrorMixin:
    def __init__(self, message, *, code):
        self.message, self.code = message, code

    def __str__(self):
        if self.code is None:
            return self.message
        return f'{self.message}\n\nFor further information visit https://errors.pydantic.dev/{version_short()}/u/{self.code}'


class PydanticUserError(PydanticErrorMixin, TypeError):
    pass


class PydanticUndefinedAnnotation(PydanticErrorMixin, NameError):
    def __init__(self, name, message):
        self.name = name
        super().__init__(message=message, code='undefined-annotation')

    @classmethod
    def from_name_error(cls, error):
        name = error.name or (re.search("'(.*?)'", str(error)) or ['', ''])[1]
        return cls(name=name, message=str(error))


class PydanticImportError(PydanticErrorMixin, ImportError):
    def __init__(self, message):
        super().__init__(message, code='import-error')


class PydanticSchemaGenerationError(PydanticUserError):
    def __init__(self, message):
        super().__init__(message, code='schema-for-unknown-type')


class PydanticInvalidForJsonSchema(PydanticUserError):
    def __init__(self, message):
        super().__init__(message, code='invalid-for-json-schema')


class PydanticForbiddenQualifier(PydanticUserError):
    pass
