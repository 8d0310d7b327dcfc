# recorded by hand: needs click
"""Options of all kinds, arguments, groups and their help pages; what is wrong is said with the usage."""
import click
from click.testing import CliRunner


def run(command, *lines, **options):
    for line in lines:
        result = CliRunner().invoke(command, line, **options)
        print('$', line)
        print(result.output, result)


@click.command(epilog='That is all.')
@click.argument('source', nargs=-1)
@click.argument('target', type=click.Path())
@click.option('--count', '-c', default=1, show_default=True, help='How often, which is said in so many words that they must be wrapped.')
@click.option('--loud/--quiet', default=False, help='Loud or not.')
@click.option('-v', '--verbose', count=True)
@click.option('--shape', type=click.Choice(['round', 'square'], case_sensitive=False))
@click.option('--size', type=click.IntRange(1, 10, clamp=False), default=3)
@click.option('--place', nargs=2, type=float, metavar='X Y')
@click.option('--tag', multiple=True)
@click.option('--day', type=click.DateTime(['%Y-%m-%d']))
@click.option('--upper', 'change', flag_value='upper', default='upper')
@click.option('--lower', 'change', flag_value='lower')
@click.option('--hidden', hidden=True)
def copy(**given):
    """Copies SOURCE to TARGET.

    \b
    left
      as it is
    """
    click.echo(given)


@click.group()
@click.version_option('1.2', prog_name='tool')
@click.option('--debug', is_flag=True)
@click.pass_context
def tool(ctx, debug):
    """Does this and that. In detail."""
    ctx.obj = {'debug': debug}


@tool.command()
@click.option('--name', prompt='Your name', required=True)
@click.option('--sure', is_flag=True, prompt='Are you sure?')
@click.pass_obj
def greet(obj, name, sure):
    """Greets."""
    click.secho(f'{name} {sure} {obj}', fg='green', bold=True)


@tool.command(deprecated=True)
@click.password_option()
def login(password):
    """Logs in."""
    raise click.BadParameter('too short', param_hint='password')


@tool.command()
@click.pass_context
def twice(ctx):
    ctx.invoke(greet, name='A', sure=True)
    ctx.exit(3)


run(copy, '--help', 'a b c -vv --tag x --tag y --loud', '--place 1 2 --lower t', '--count z t', '--size 11 t', '--shape oval t', '', '--nope t',
    '--cout 3 t', '--day 2024-02-03 t', '--day soon t', '--loud=1 t', '-c', '--shape ROUND -- -t')
run(tool, '', '--help', '--version', 'twice', 'gret', '--debug greet --name B --sure')
run(tool, 'greet', input='C\nmaybe\ny\n')
run(tool, 'login', input='ab\nba\nab\nab\n')
run(tool, 'greet', input='')
print(repr(click.style('text', fg='red', underline=True)), repr(click.unstyle('\x1b[31mtext\x1b[0m')))
with click.progressbar(range(3), label='Counting') as bar:
    print(sum(bar))
try:
    copy.main(['--count', 'x', 't'], standalone_mode=False)
except click.BadParameter as error:
    print(error.format_message(), error.exit_code)
