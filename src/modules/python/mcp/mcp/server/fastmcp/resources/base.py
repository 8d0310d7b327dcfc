import abc
from typing import Annotated, Any

from pydantic import AnyUrl, BaseModel, ConfigDict, Field, UrlConstraints, field_validator

from mcp.types import Annotations, Icon

_MIME = r'^[a-zA-Z0-9]+/[a-zA-Z0-9\-+.]+(;\s*[a-zA-Z0-9\-_.]+=[a-zA-Z0-9\-_.]+)*$'


class Resource(BaseModel, abc.ABC):
    """Something that can be read at an address."""
    model_config = ConfigDict(validate_default=True)
    uri: Annotated[AnyUrl, UrlConstraints(host_required=False)]
    name: str | None = None
    title: str | None = None
    description: str | None = None
    mime_type: str = Field('text/plain', pattern=_MIME)
    icons: list[Icon] | None = None
    annotations: Annotations | None = None
    meta: dict[str, Any] | None = None

    @field_validator('name', mode='before')
    @classmethod
    def set_default_name(cls, name, info):
        uri = info.data.get('uri')
        if not (name or uri):
            raise ValueError('Either name or uri must be provided')
        return name or str(uri)

    @abc.abstractmethod
    async def read(self): ...
