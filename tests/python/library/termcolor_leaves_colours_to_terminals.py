from termcolor import *
import termcolor
cprint('Hello', 'red'); print(repr(colored('a', 'green', 'on_red', ['bold', 'blink'], force_color=True)), repr(colored('x', (1, 2, 3), (4, 5, 6), force_color=True)), repr(colored('a', 'green', no_color=True)))
print(COLORS, HIGHLIGHTS, ATTRIBUTES, repr(RESET), can_colorize()); cprint(5, 'light_blue', end='!\n', force_color=True)
try: colored('a', 'nope', force_color=True)
except KeyError as e: print(repr(e))
