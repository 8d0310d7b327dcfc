# recorded by hand: CPython with Jinja2 3.1.6 and MarkupSafe 3.0.4
"""Templates of asynchronous environments await what is called, and iterate asynchronously."""
import asyncio
import time

from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape


async def rows(count, delay=0.1):
    for number in range(count):
        await asyncio.sleep(delay)
        yield {'id': number, 'name': f'row<{number}>'}


async def fetch(key):
    await asyncio.sleep(0.5)
    return f'value of {key}'


class User:
    name = 'Ada'

    async def rights(self):
        await asyncio.sleep(0.25)
        return ['read', 'write']


PAGES = {
    'base': '<{% block head %}base{% endblock %}>{% block body %}{% endblock %}',
    'page': '''{% extends 'base' %}{% import 'tools' as tools %}
{% block head %}{{ super() }} {{ fetch('title') }}{% endblock %}
{% block body %}{% for row in rows(3) if row.id != 1 %}
{{ loop.index }}{{ '' if loop.last else ',' }} {{ row.name|e }} {{ tools.shout(fetch(row.id)) }}{% endfor %}
{{ rows(4)|map(attribute='id')|select('odd')|join('+') }} {{ user.rights()|length }} {{ user.name }}{% endblock %}''',
    'tools': '{% macro shout(text) %}{{ text|upper }}!{% endmacro %}',
}
env = Environment(loader=DictLoader(PAGES), enable_async=True)


async def ticks():
    while True:
        await asyncio.sleep(1)
        print('tick')


async def main():
    background = asyncio.create_task(ticks())
    page = env.get_template('page')
    print(await page.render_async(rows=rows, fetch=fetch, user=User()))
    one, two = await asyncio.gather(*(env.from_string('{{ fetch(n) }}').render_async(fetch=fetch, n=n) for n in 'ab'))
    print(one, two)
    async for piece in env.from_string('a{% for row in rows(2, 1) %}{{ row.id }}{% endfor %}{{ fetch(1) }}').generate_async(rows=rows, fetch=fetch):
        print(repr(piece))
    try:
        await env.from_string('{{ user.nothing() }}').render_async(user=User())
    except Exception as error:
        print(type(error).__name__, error)
    try:
        async with asyncio.timeout(0.2):
            await env.from_string('{{ fetch(1) }}').render_async(fetch=fetch)
    except TimeoutError:
        print('too slow')
    background.cancel()


asyncio.run(main())
print(env.from_string('{{ fetch("sync") }}').render(fetch=fetch))
for template in env.from_string('{{ 1 }}'), Environment().from_string('{{ 1 }}'):
    try:
        print(asyncio.run(template.render_async()), template.module)
    except RuntimeError as error:
        print(error)

safe = Markup('<b>%s</b>') % '<i>'
print(repr(safe), safe + '<', '&' + safe, safe.striptags(), safe.unescape(), Markup(' ').join(['<', safe]))
print(repr(escape('"quoted" & \'plain\'')), escape(safe) is safe, Markup('{0} {x}').format('<', x=safe), repr(safe.upper()[:3]))
