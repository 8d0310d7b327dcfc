"""The sequences themselves."""
CSI, OSC, BEL = '\033[', '\033]', '\a'


def code_to_chars(code):
    return f'{CSI}{code}m'


def set_title(title):
    return f'{OSC}2;{title}{BEL}'


def clear_screen(mode=2):
    return f'{CSI}{mode}J'


def clear_line(mode=2):
    return f'{CSI}{mode}K'


class AnsiCodes:
    """A class of these has numbers, an object has the sequences that they stand in."""

    def __init__(self):
        self.__dict__.update({name: code_to_chars(getattr(self, name)) for name in dir(self) if name[0] != '_'})


def _colours(kind, first):
    names = 'BLACK', 'RED', 'GREEN', 'YELLOW', 'BLUE', 'MAGENTA', 'CYAN', 'WHITE'
    usual = {name: first + n for n, name in enumerate(names)}
    light = {f'LIGHT{name}_EX': code + 60 for name, code in usual.items()}
    return type(kind, (AnsiCodes,), {**usual, 'RESET': first + 9, **light})


AnsiFore, AnsiBack = _colours('AnsiFore', 30), _colours('AnsiBack', 40)
AnsiStyle = type('AnsiStyle', (AnsiCodes,), {'BRIGHT': 1, 'DIM': 2, 'NORMAL': 22, 'RESET_ALL': 0})


class AnsiCursor:
    def POS(self, x=1, y=1):
        return f'{CSI}{y};{x}H'


def _moving(name, letter):
    def move(self, n=1):
        return f'{CSI}{n}{letter}'
    move.__name__, move.__qualname__ = name, f'AnsiCursor.{name}'
    return move


for _name, _letter in ('UP', 'A'), ('DOWN', 'B'), ('FORWARD', 'C'), ('BACK', 'D'):
    setattr(AnsiCursor, _name, _moving(_name, _letter))
Fore, Back, Style, Cursor = AnsiFore(), AnsiBack(), AnsiStyle(), AnsiCursor()
