# recorded by hand: needs click
"""`to_info_dict` of commands, parameters, types and contexts."""
import json

import click


@click.group(help='The tool.')
@click.option('--debug/--no-debug', help='More words.')
def tool(debug):
    pass


@tool.command(short_help='greets', epilog='The end.')
@click.argument('name')
@click.option('-n', '--count', type=click.IntRange(1, 5), default=1, envvar='COUNT')
@click.option('--kind', type=click.Choice(['a', 'b']), multiple=True, hidden=True)
@click.option('-v', 'loud', count=True)
@click.option('--pair', type=(int, str), prompt='Two')
@click.option('--upper', 'case', flag_value='upper')
def hello(**given):
    """Says hello."""


for command in tool, hello:
    for param in command.params:
        print(json.dumps(param.to_info_dict()))
context = click.Context(tool, info_name='tool', auto_envvar_prefix='T')
told = context.to_info_dict()
print({name: value for name, value in told.items() if name != 'command'})
command = told['command']
print({name: value for name, value in command.items() if name not in ('params', 'commands')}, len(command['params']))
for name, below in command['commands'].items():
    print(name, {name: value for name, value in below.items() if name != 'params'}, len(below['params']))
for kind in (click.STRING, click.INT, click.FLOAT, click.BOOL, click.UUID, click.UNPROCESSED, click.Path(exists=True), click.File('w'),
             click.DateTime(['%Y']), click.FloatRange(0, 1, clamp=True), click.Tuple([int, str])):
    print(kind.to_info_dict())
