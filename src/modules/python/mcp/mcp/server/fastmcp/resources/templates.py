import inspect
import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, Field, validate_call

from mcp.server.fastmcp.resources.types import FunctionResource
from mcp.server.fastmcp.utilities.context_injection import find_context_parameter, inject_context
from mcp.server.fastmcp.utilities.func_metadata import func_metadata
from mcp.types import Annotations, Icon


class ResourceTemplate(BaseModel):
    """Resources at all addresses of a form, each made by a function that gets the parts that differ."""
    uri_template: str
    name: str
    title: str | None = None
    description: str | None
    mime_type: str = 'text/plain'
    icons: list[Icon] | None = None
    annotations: Annotations | None = None
    meta: dict[str, Any] | None = None
    fn: Callable[..., Any] = Field(exclude=True)
    parameters: dict[str, Any]
    context_kwarg: str | None = None

    @classmethod
    def from_function(cls, fn, uri_template, name=None, title=None, description=None, mime_type=None, icons=None, annotations=None,
                      meta=None, context_kwarg=None):
        name = name or fn.__name__
        if name == '<lambda>':
            raise ValueError('You must provide a name for lambda functions')
        context_kwarg = find_context_parameter(fn) if context_kwarg is None else context_kwarg
        takes = func_metadata(fn, [context_kwarg] if context_kwarg is not None else [])
        return cls(uri_template=uri_template, name=name, title=title, description=description or fn.__doc__ or '', fn=validate_call(fn),
                   mime_type=mime_type or 'text/plain', icons=icons, annotations=annotations, meta=meta,
                   parameters=takes.arg_model.model_json_schema(), context_kwarg=context_kwarg)

    def matches(self, uri):
        found = re.fullmatch(self.uri_template.replace('{', '(?P<').replace('}', '>[^/]+)'), uri)
        return found and found.groupdict()

    async def create_resource(self, uri, params, context=None):
        try:
            result = self.fn(**inject_context(self.fn, params, context, self.context_kwarg))
            if inspect.iscoroutine(result):
                result = await result
            return FunctionResource(uri=uri, name=self.name, title=self.title, description=self.description, mime_type=self.mime_type,
                                    icons=self.icons, annotations=self.annotations, meta=self.meta, fn=lambda: result)
        except Exception as exc:
            raise ValueError(f'Error creating resource from template: {exc}')
