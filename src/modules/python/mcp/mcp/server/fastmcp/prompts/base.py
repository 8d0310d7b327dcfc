import inspect
from collections.abc import Callable
from typing import Any, Literal

from pydantic import BaseModel, Field, TypeAdapter, validate_call
from pydantic_core import to_json

from mcp.server.fastmcp.utilities.context_injection import find_context_parameter, inject_context
from mcp.server.fastmcp.utilities.func_metadata import func_metadata
from mcp.types import ContentBlock, Icon, TextContent


def _content(given):
    return TextContent(type='text', text=given) if isinstance(given, str) else given


class Message(BaseModel):
    role: Literal['user', 'assistant']
    content: ContentBlock

    def __init__(self, content, **kwargs):
        super().__init__(content=_content(content), **kwargs)


class UserMessage(Message):
    role: Literal['user', 'assistant'] = 'user'

    def __init__(self, content, **kwargs):
        super().__init__(content=content, **kwargs)


class AssistantMessage(Message):
    role: Literal['user', 'assistant'] = 'assistant'

    def __init__(self, content, **kwargs):
        super().__init__(content=content, **kwargs)


message_validator = TypeAdapter(UserMessage | AssistantMessage)


class PromptArgument(BaseModel):
    name: str
    description: str | None = None
    required: bool = False


class Prompt(BaseModel):
    """A function that gives messages to begin a conversation with."""
    name: str
    title: str | None = None
    description: str | None = None
    arguments: list[PromptArgument] | None = None
    fn: Callable[..., Any] = Field(exclude=True)
    icons: list[Icon] | None = None
    context_kwarg: str | None = Field(None, exclude=True)

    @classmethod
    def from_function(cls, fn, name=None, title=None, description=None, icons=None, context_kwarg=None):
        name = name or fn.__name__
        if name == '<lambda>':
            raise ValueError('You must provide a name for lambda functions')
        context_kwarg = find_context_parameter(fn) if context_kwarg is None else context_kwarg
        schema = func_metadata(fn, [context_kwarg] if context_kwarg is not None else []).arg_model.model_json_schema()
        arguments = [PromptArgument(name=each, description=told.get('description'), required=each in schema.get('required', []))
                     for each, told in schema.get('properties', {}).items()]
        return cls(name=name, title=title, description=description or fn.__doc__ or '', arguments=arguments, fn=validate_call(fn),
                   icons=icons, context_kwarg=context_kwarg)

    async def render(self, arguments=None, context=None):
        missing = {each.name for each in self.arguments or () if each.required} - set(arguments or {})
        if missing:
            raise ValueError(f'Missing required arguments: {missing}')
        try:
            result = self.fn(**inject_context(self.fn, arguments or {}, context, self.context_kwarg))
            if inspect.iscoroutine(result):
                result = await result
            return [_as_message(each) for each in (result if isinstance(result, list | tuple) else [result])]
        except Exception as exc:
            raise ValueError(f'Error rendering prompt {self.name}: {exc}')


def _as_message(given):
    try:
        if isinstance(given, Message):
            return given
        if isinstance(given, dict):
            return message_validator.validate_python(given)
        if isinstance(given, str):
            return UserMessage(content=given)
        return Message(role='user', content=to_json(given, fallback=str, indent=2).decode())
    except Exception:
        raise ValueError(f'Could not convert prompt result to message: {given}')
