# recorded by hand: needs mcp and jsonschema
"""The lower level of the Model Context Protocol: handlers by kind of request, arguments and results held against their schemas."""
import asyncio

from jsonschema import Draft202012Validator, ValidationError, validate

import mcp.types as types
from mcp.server.lowlevel import NotificationOptions, Server
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.shared.exceptions import McpError
from mcp.shared.memory import create_connected_server_and_client_session as connected

desk = Server('Desk', version='3.1')
NUMBER = {'type': 'object', 'properties': {'n': {'type': 'integer', 'minimum': 1}}, 'required': ['n']}


@desk.list_tools()
async def list_tools():
    return [types.Tool(name='half', description='Halves', inputSchema=NUMBER, outputSchema=NUMBER),
            types.Tool(name='odd name', inputSchema={'type': 'object'})]


@desk.call_tool()
async def call_tool(name, arguments):
    if name == 'half':
        return {'n': arguments['n'] // 2}
    if name == 'odd name':
        return [types.TextContent(type='text', text=str(desk.request_context.meta))]
    raise LookupError(name)


@desk.list_prompts()
async def list_prompts(request: types.ListPromptsRequest) -> types.ListPromptsResult:
    page = int(request.params.cursor) if request.params else 0
    return types.ListPromptsResult(prompts=[types.Prompt(name=f'p{page}')], nextCursor=str(page + 1) if page < 2 else None)


@desk.read_resource()
async def read_resource(uri):
    if uri.host == 'secret':
        raise McpError(types.ErrorData(code=-32002, message='not for you', data={'uri': str(uri)}))
    return [ReadResourceContents('text', 'text/markdown'), ReadResourceContents(b'bytes')]


@desk.set_logging_level()
async def set_logging_level(level):
    await desk.request_context.session.send_log_message(level, 'from now on', logger='desk')


async def logged(params):
    print('  logged', params)


async def main():
    options = desk.create_initialization_options(NotificationOptions(tools_changed=True), {'tasks': {}})
    print(options.server_version, options.capabilities)
    async with connected(desk, logging_callback=logged, client_info=types.Implementation(name='hand', version='1')) as session:
        for name, arguments in (('half', {'n': 8}), ('half', {'n': 1}), ('half', {'n': 'x'}), ('half', {}), ('odd name', None), ('none', {})):
            try:
                print(name, await session.call_tool(name, arguments, meta={'trace': 7}))
            except RuntimeError as exc:
                print(repr(exc))
        cursor = None
        while True:
            page = await session.list_prompts(cursor)
            print([prompt.name for prompt in page.prompts], page.nextCursor)
            if (cursor := page.nextCursor) is None:
                break
        print(await session.read_resource('note://open'))
        for asking in (session.read_resource('note://secret'), session.list_resources(), session.subscribe_resource('note://x')):
            try:
                await asking
            except McpError as exc:
                print(exc.error)
        print(repr(await session.set_logging_level('notice')))
        print(repr(await session.send_ping()))


asyncio.run(main())
schema = {'type': 'object', 'properties': {'tags': {'type': 'array', 'items': {'enum': ['a', 'b']}, 'uniqueItems': True}, 'inner': {'$ref': '#'},
                                           'size': {'anyOf': [{'type': 'null'}, {'type': 'number', 'exclusiveMinimum': 0}]}},
          'additionalProperties': False, 'minProperties': 1}
for value in ({'tags': ['a']}, {'tags': ['a', 'c']}, {'inner': {'size': 0}}, {'more': 1, 'most': 2}, {}, []):
    try:
        validate(value, schema)
        print('fits')
    except ValidationError as exc:
        print(exc.json_path, exc)
print([each.message for each in Draft202012Validator(schema).iter_errors({'tags': ['c', 'c'], 'x': 1})])
