# recorded by hand: needs mcp
"""A server of the Model Context Protocol and its client in one program: tools with their schemas, what they tell, what they ask."""
import asyncio
import json
import logging
import sys
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, Field

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='log: %(message)s')

from mcp import McpError, types
from mcp.server.fastmcp import Context, FastMCP, Image
from mcp.shared.memory import create_connected_server_and_client_session as connected

garden = FastMCP('Garden', instructions='Ask before you water.')


class Plant(BaseModel):
    name: str = Field(description='What it is called')
    height: float = 0.0
    companions: list[str] = []


@dataclass
class Weather:
    sunny: bool
    rain: int = 0


@garden.tool()
def grow(plant: Plant, days: Annotated[int, Field(ge=1, le=30)] = 7, pace: Literal['slow', 'fast'] = 'slow') -> Plant:
    """Lets a plant grow."""
    return plant.model_copy(update={'height': plant.height + days * (2 if pace == 'fast' else 0.5)})


@garden.tool(title='Forecast', annotations=types.ToolAnnotations(readOnlyHint=True))
def weather(day: str | None = None) -> Weather:
    return Weather(day != 'monday', 3)


@garden.tool()
async def water(beds: int, ctx: Context) -> str:
    for bed in range(beds):
        await asyncio.sleep(0.5)
        await ctx.report_progress(bed + 1, beds, f'bed {bed}')
        await ctx.info(f'watered {bed}')
    return f'{beds} beds'


class Permission(BaseModel):
    granted: bool
    reason: str = 'none'


@garden.tool()
async def harvest(ctx: Context) -> str:
    answer = await ctx.elicit('May I?', Permission)
    if answer.action != 'accept':
        return f'not allowed: {answer.action}'
    words = await ctx.session.create_message(
        [types.SamplingMessage(role='user', content=types.TextContent(type='text', text='a haiku'))], max_tokens=20)
    return f'{answer.data!r} {words.content.text}'


@garden.tool()
def photo() -> Image:
    return Image(data=b'\x89PNG')


@garden.tool()
def untyped(x, y=2):
    return {'x': x, 'y': [y]}


async def tell(params):
    print('  logged', params.level, params.data)


async def progressed(progress, total, message):
    print('  progress', progress, total, message)


answers = [types.ElicitResult(action='accept', content={'granted': True}), types.ElicitResult(action='decline')]


async def asked(context, params):
    print('  asked', params.message, json.dumps(params.requestedSchema))
    return answers.pop(0)


async def sampled(context, params):
    print('  sampled', params.messages[0].content.text, params.maxTokens)
    return types.CreateMessageResult(role='assistant', content=types.TextContent(type='text', text='old pond'), model='frog')


async def main():
    for tool in await garden.list_tools():
        print(tool.name, tool.title, json.dumps(tool.inputSchema), json.dumps(tool.outputSchema))
    print(await garden.call_tool('grow', {'plant': {'name': 'fern'}, 'days': '3'}))
    async with connected(garden, logging_callback=tell, elicitation_callback=asked, sampling_callback=sampled) as session:
        print(session.get_server_capabilities())
        for name, arguments in (('grow', {'plant': {'name': 'oak'}, 'days': 90}), ('weather', {}), ('photo', {}), ('untyped', {'x': 'q'}),
                                ('mow', {}), ('harvest', {}), ('harvest', {})):
            print(name, await session.call_tool(name, arguments))
        print((await session.call_tool('water', {'beds': 2}, progress_callback=progressed)).content[0].text)
        try:
            await session.call_tool('water', {'beds': 9}, read_timeout_seconds=timedelta(seconds=1.2))
        except McpError as exc:
            print(repr(exc), exc.error)
    async with connected(garden) as session:
        print((await session.call_tool('harvest')).content[0].text)


asyncio.run(main())
