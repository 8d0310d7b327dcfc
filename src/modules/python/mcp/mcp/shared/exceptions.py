from mcp.types import URL_ELICITATION_REQUIRED, ElicitRequestURLParams, ErrorData


class McpError(Exception):
    """What the other side answered in place of a result."""

    def __init__(self, error):
        super().__init__(error.message)
        self.error = error


class UrlElicitationRequiredError(McpError):
    """The person has to visit addresses before the request can be answered."""

    def __init__(self, elicitations, message=None):
        self._elicitations = elicitations
        plural = 's' if len(elicitations) > 1 else ''
        super().__init__(ErrorData(
            code=URL_ELICITATION_REQUIRED, message=f'URL elicitation{plural} required' if message is None else message,
            data={'elicitations': [each.model_dump(by_alias=True, exclude_none=True) for each in elicitations]}))

    @property
    def elicitations(self):
        return self._elicitations

    @classmethod
    def from_error(cls, error):
        if error.code != URL_ELICITATION_REQUIRED:
            raise ValueError(f'Expected error code {URL_ELICITATION_REQUIRED}, got {error.code}')
        told = (error.data or {}).get('elicitations', [])
        return cls([ElicitRequestURLParams.model_validate(each) for each in told], error.message)
