# recorded by hand: CPython with rich 15.0.0
"""`DEFAULT_STYLES` and a theme's `styles` hold styles, of which a program may make others."""
from rich.console import Console
from rich.default_styles import DEFAULT_STYLES
from rich.style import Style
from rich.theme import Theme

print({type(style).__name__ for style in DEFAULT_STYLES.values()}, DEFAULT_STYLES['repr.number'], repr(DEFAULT_STYLES['bold']))
print(DEFAULT_STYLES['table.header'] + Style(color='red'), DEFAULT_STYLES['none'] == Style.null())
theme = Theme({'warning': 'bold red', 'repr.number': 'green'})
print(theme.styles['warning'], theme.styles['repr.number'], theme.styles['repr.str'], DEFAULT_STYLES['repr.number'])
print(Theme({'b': 'red', 'a': 'bold'}, inherit=False).config)
theme.styles['late'] = Style.parse('italic')
console = Console(theme=theme, force_terminal=True, color_system='truecolor', width=40)
console.print('[warning]now[/] [late]then[/] 5')
print(console.get_style('late'), console.get_style('table.title'))
with console.use_theme(Theme({'warning': 'blue'})):
    print(console.get_style('warning'), console.get_style('late'))
print(console.get_style('warning'))
mine = DEFAULT_STYLES.copy()
mine.update(warning=Style(bold=True))
console = Console(theme=Theme(mine), force_terminal=True, color_system='standard', width=40)
console.print('[warning]now[/]', 'x', 1.5, None)
