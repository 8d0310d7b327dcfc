import inspect
from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from pydantic import BaseModel, Field

from mcp import types
from mcp.server.fastmcp.exceptions import ToolError
from mcp.server.fastmcp.utilities.context_injection import find_context_parameter
from mcp.server.fastmcp.utilities.func_metadata import FuncMetadata, func_metadata
from mcp.shared import tool_name_validation
from mcp.shared.exceptions import UrlElicitationRequiredError


class Tool(BaseModel):
    """A function that a model may call."""
    fn: Callable[..., Any] = Field(exclude=True)
    name: str
    title: str | None = None
    description: str
    parameters: dict[str, Any]
    fn_metadata: FuncMetadata
    is_async: bool
    context_kwarg: str | None = None
    annotations: types.ToolAnnotations | None = None
    icons: list[types.Icon] | None = None
    meta: dict[str, Any] | None = None

    @cached_property
    def output_schema(self):
        return self.fn_metadata.output_schema

    @classmethod
    def from_function(cls, fn, name=None, title=None, description=None, context_kwarg=None, annotations=None, icons=None, meta=None,
                      structured_output=None):
        name = name or fn.__name__
        tool_name_validation.validate_and_warn_tool_name(name)
        if name == '<lambda>':
            raise ValueError('You must provide a name for lambda functions')
        context_kwarg = find_context_parameter(fn) if context_kwarg is None else context_kwarg
        takes = func_metadata(fn, [context_kwarg] if context_kwarg is not None else [], structured_output)
        return cls(fn=fn, name=name, title=title, description=description or fn.__doc__ or '', fn_metadata=takes,
                   parameters=takes.arg_model.model_json_schema(by_alias=True), is_async=_is_async_callable(fn), meta=meta,
                   context_kwarg=context_kwarg, annotations=annotations, icons=icons)

    async def run(self, arguments, context=None, convert_result=False):
        try:
            extra = None if self.context_kwarg is None else {self.context_kwarg: context}
            result = await self.fn_metadata.call_fn_with_arg_validation(self.fn, self.is_async, arguments, extra)
            return self.fn_metadata.convert_result(result) if convert_result else result
        except UrlElicitationRequiredError:
            raise
        except Exception as exc:
            raise ToolError(f'Error executing tool {self.name}: {exc}') from exc


def _is_async_callable(obj):
    while isinstance(obj, partial):
        obj = obj.func
    return inspect.iscoroutinefunction(obj) or callable(obj) and inspect.iscoroutinefunction(getattr(obj, '__call__', None))
