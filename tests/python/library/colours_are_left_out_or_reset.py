# recorded by hand: colorama is not installed where the others are recorded
import io
import sys

import colorama
from colorama import ansi, initialise
from colorama.ansi import AnsiBack, AnsiFore, AnsiStyle, Cursor, clear_line, clear_screen, code_to_chars, set_title
from colorama.ansitowin32 import AnsiToWin32, StreamWrapper

print(repr(ansi.CSI + ansi.OSC + ansi.BEL), repr(set_title('t')), repr(clear_screen()), repr(clear_line(1)), repr(code_to_chars(5)))
print(AnsiFore.RED, AnsiBack.LIGHTBLUE_EX, AnsiStyle.DIM, AnsiFore.__name__, AnsiFore.__module__, type(ansi.Fore) is AnsiFore)
print([repr(each) for each in (ansi.Fore.RED, ansi.Back.RESET, ansi.Style.RESET_ALL, Cursor.UP(2), Cursor.BACK(), Cursor.POS(3, 4))])
print([name for name in dir(ansi.Back) if name[0] != '_'], Cursor.UP.__name__)


class Told(io.StringIO):
    def write(self, text):
        pieces.append(text)


for words in ({}, {'strip': False}, {'strip': False, 'autoreset': True}, {'autoreset': True}, {'convert': True, 'strip': False}):
    pieces = []
    wrapper = AnsiToWin32(Told(), **words)
    wrapper.stream.write('a\033[31mb\033[0m\033[mc')
    wrapper.stream.write('\033[2m')
    print(words, pieces, wrapper.strip, wrapper.convert, wrapper.autoreset, bool(wrapper.should_wrap()))
    wrapper.reset_all()
    print(pieces[-1:], wrapper.stream.isatty(), wrapper.stream.closed, type(wrapper.stream) is StreamWrapper)
own = sys.stdout
colorama.init(autoreset=True, strip=False)
print(sys.stdout is not own, sys.stdout is initialise.wrapped_stdout, initialise.orig_stdout is own)
colorama.deinit()
print(sys.stdout is own)
colorama.reinit()
print('again')
colorama.deinit()
colorama.init(strip=False)
print(sys.stdout is own, 'kept\033[0m')
with colorama.colorama_text():
    print('gone\033[31m')
print(sys.stdout is own)
try:
    colorama.init(wrap=False, strip=True)
except ValueError as e:
    print(e)
