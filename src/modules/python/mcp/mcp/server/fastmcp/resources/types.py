import json
from collections.abc import Callable
from inspect import iscoroutine
from pathlib import Path
from typing import Any

import anyio.to_thread
import pydantic_core
from pydantic import AnyUrl, Field, field_validator, validate_call

from mcp.server.fastmcp.resources.base import Resource


class TextResource(Resource):
    text: str = Field(description='Text content of the resource')

    async def read(self):
        return self.text


class BinaryResource(Resource):
    data: bytes = Field(description='Binary content of the resource')

    async def read(self):
        return self.data


class FunctionResource(Resource):
    fn: Callable[[], Any] = Field(exclude=True)

    async def read(self):
        try:
            result = self.fn()
            if iscoroutine(result):
                result = await result
            if isinstance(result, Resource):
                return await result.read()
            return result if isinstance(result, str | bytes) else pydantic_core.to_json(result, fallback=str, indent=2).decode()
        except Exception as exc:
            raise ValueError(f'Error reading resource {self.uri}: {exc}')

    @classmethod
    def from_function(cls, fn, uri, name=None, title=None, description=None, mime_type=None, icons=None, annotations=None, meta=None):
        name = name or fn.__name__
        if name == '<lambda>':
            raise ValueError('You must provide a name for lambda functions')
        return cls(uri=AnyUrl(uri), name=name, title=title, description=description or fn.__doc__ or '', fn=validate_call(fn),
                   mime_type=mime_type or 'text/plain', icons=icons, annotations=annotations, meta=meta)


class _AtPath(Resource):
    @field_validator('path', check_fields=False)
    @classmethod
    def validate_absolute_path(cls, path):
        if not path.is_absolute():
            raise ValueError('Path must be absolute')
        return path


class FileResource(_AtPath):
    path: Path = Field(description='Path to the file')
    is_binary: bool = Field(False, description='Whether to read the file as binary data')
    mime_type: str = Field('text/plain', description='MIME type of the resource content')

    @field_validator('is_binary')
    @classmethod
    def set_binary_from_mime_type(cls, is_binary, info):
        return is_binary or not info.data.get('mime_type', 'text/plain').startswith('text/')

    async def read(self):
        try:
            return await anyio.to_thread.run_sync(self.path.read_bytes if self.is_binary else self.path.read_text)
        except Exception as exc:
            raise ValueError(f'Error reading file {self.path}: {exc}')


class HttpResource(Resource):
    url: str = Field(description='URL to fetch content from')
    mime_type: str = Field('application/json', description='MIME type of the resource content')

    async def read(self):
        import httpx
        async with httpx.AsyncClient() as client:
            return (await client.get(self.url)).raise_for_status().text


class DirectoryResource(_AtPath):
    path: Path = Field(description='Path to the directory')
    recursive: bool = Field(False, description='Whether to list files recursively')
    pattern: str | None = Field(None, description='Optional glob pattern to filter files')
    mime_type: str = Field('application/json', description='MIME type of the resource content')

    def list_files(self):
        if not self.path.is_dir():
            raise NotADirectoryError(f'Not a directory: {self.path}') if self.path.exists() else FileNotFoundError(
                f'Directory not found: {self.path}')
        try:
            return list((self.path.rglob if self.recursive else self.path.glob)(self.pattern or '*'))
        except Exception as exc:
            raise ValueError(f'Error listing directory {self.path}: {exc}')

    async def read(self):
        try:
            found = await anyio.to_thread.run_sync(self.list_files)
            return json.dumps({'files': [str(each.relative_to(self.path)) for each in found if each.is_file()]}, indent=2)
        except Exception as exc:
            raise ValueError(f'Error reading directory {self.path}: {exc}')
