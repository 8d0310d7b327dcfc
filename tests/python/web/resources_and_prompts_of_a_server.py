# recorded by hand: needs mcp
"""What a server of the Model Context Protocol offers to read: resources, templates of them, prompts, and what completes them."""
import asyncio
from contextlib import asynccontextmanager
from pathlib import Path

from mcp import McpError, types
from mcp.server.fastmcp import Context, FastMCP
from mcp.server.fastmcp.prompts.base import AssistantMessage, UserMessage
from mcp.server.fastmcp.resources import BinaryResource, DirectoryResource, FileResource, TextResource
from mcp.shared.memory import create_connected_server_and_client_session as connected


@asynccontextmanager
async def opened(app):
    print('opened for', app.name)
    yield {'shelf': ['dune', 'emma']}
    print('closed')


library = FastMCP('Library', lifespan=opened, log_level='CRITICAL')


@library.resource('books://count', title='How many', mime_type='application/json')
def count() -> dict:
    """The number of books."""
    return {'books': 2}


@library.resource('books://{title}/pages/{page}')
async def page(title: str, page: int, ctx: Context) -> str:
    return f'{title} {page!r}, request {ctx.request_id}'


@library.resource('broken://shelf')
def shelf():
    raise OSError('it fell')


folder = Path('/tmp/books')
folder.mkdir(exist_ok=True)
(folder / 'emma.txt').write_text('handsome, clever and rich')
library.add_resource(TextResource(uri='note://door', name='door', text='open at nine'))
library.add_resource(BinaryResource(uri='note://stamp', data=b'\x00\xff', mime_type='image/gif'))
library.add_resource(FileResource(uri='file:///tmp/books/emma.txt', path=folder / 'emma.txt'))
library.add_resource(DirectoryResource(uri='note://folder', path=folder))


@library.prompt(title='Review')
def review(book: str, stars: int = 5) -> str:
    """Asks for a review."""
    return f'Review {book} with {stars} stars'


@library.prompt()
def quarrel(about: str) -> list:
    return [UserMessage(f'I hate {about}'), AssistantMessage('Why?'), {'role': 'user', 'content': {'type': 'text', 'text': 'So.'}}]


@library.completion()
async def complete(ref, argument, context):
    if isinstance(ref, types.PromptReference):
        found = [title for title in ('dune', 'emma') if title.startswith(argument.value)]
        return types.Completion(values=found, total=len(found), hasMore=False)


@library.tool()
async def inventory(ctx: Context) -> list[str]:
    found = await ctx.read_resource('books://count')
    print('  read', found)
    roots = await ctx.session.list_roots()
    await ctx.session.send_resource_list_changed()
    return ctx.request_context.lifespan_context['shelf'] + [str(root.uri) for root in roots.roots]


async def roots(context):
    return types.ListRootsResult(roots=[types.Root(uri='file:///home/user/books')])


async def heard(message):
    print('  heard', getattr(message, 'root', message))


async def main():
    async with connected(library, list_roots_callback=roots, message_handler=heard) as session:
        for resource in (await session.list_resources()).resources:
            print(repr(resource))
        print(await session.list_resource_templates())
        for uri in ('books://count', 'books://dune/pages/12', 'books://dune/pages/x', 'note://door', 'note://stamp',
                    'file:///tmp/books/emma.txt', 'note://folder', 'broken://shelf', 'none://here'):
            try:
                print((await session.read_resource(uri)).contents)
            except McpError as exc:
                print(type(exc).__name__, exc)
        print((await session.list_prompts()).prompts)
        for name, arguments in (('review', {'book': 'emma'}), ('quarrel', {'about': 'dunes'}), ('review', {}), ('sing', None)):
            try:
                print(await session.get_prompt(name, arguments))
            except McpError as exc:
                print(exc.error)
        print(await session.complete(types.PromptReference(type='ref/prompt', name='review'), {'name': 'book', 'value': 'e'}))
        print(await session.complete(types.ResourceTemplateReference(type='ref/resource', uri='books://{title}'),
                                     {'name': 'title', 'value': 'e'}))
        print((await session.call_tool('inventory')).structuredContent)


asyncio.run(main())
