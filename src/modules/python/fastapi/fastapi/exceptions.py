"""What handlers raise, and what is raised where a request does not fit."""
from starlette.exceptions import HTTPException as _HTTPException, WebSocketException as _WebSocketException


class HTTPException(_HTTPException):
    """An answer of a status other than 200, with any detail."""

    def __init__(self, status_code, detail=None, headers=None):
        super().__init__(status_code=status_code, detail=detail, headers=headers)


class WebSocketException(_WebSocketException):
    pass


class FastAPIError(RuntimeError):
    pass


class DependencyScopeError(FastAPIError):
    pass


class ValidationException(Exception):
    """What does not fit, and where."""

    def __init__(self, errors, *, endpoint_ctx=None):
        self._errors, self.endpoint_ctx = errors, endpoint_ctx
        place = endpoint_ctx or {}
        self.endpoint_function, self.endpoint_path = place.get('function'), place.get('path')
        self.endpoint_file, self.endpoint_line = place.get('file'), place.get('line')

    def errors(self):
        return self._errors

    def __str__(self):
        count = len(self._errors)
        lines = [f'{count} validation error{"s" * (count != 1)}:', *(f'  {error}' for error in self._errors)]
        if self.endpoint_file and self.endpoint_line and self.endpoint_function:
            lines += ['', f'  File "{self.endpoint_file}", line {self.endpoint_line}, in {self.endpoint_function}']
            lines += [f'    {self.endpoint_path}'] if self.endpoint_path else []
        elif self.endpoint_path:
            lines += ['', f'  Endpoint: {self.endpoint_path}']
        return '\n'.join(lines).rstrip()


class RequestValidationError(ValidationException):
    def __init__(self, errors, *, body=None, endpoint_ctx=None):
        ValidationException.__init__(self, errors, endpoint_ctx=endpoint_ctx)
        self.body = body


class WebSocketRequestValidationError(ValidationException):
    pass


class ResponseValidationError(ValidationException):
    __init__ = RequestValidationError.__init__


class FastAPIDeprecationWarning(UserWarning):
    pass
