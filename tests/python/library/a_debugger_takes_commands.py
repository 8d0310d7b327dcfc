# breakpoint() asks for commands: steps, frames, values, breakpoints with conditions and commands, listings.
import contextlib
import io
import os
import sys


def double(number):
    result = number * 2
    return result


def total(first, second, *more, scale=3, **named):
    whole = first + second
    breakpoint()
    whole += double(whole)
    for step in range(3):
        whole += step
    return whole


def debugged(commands):
    """What is printed where the debugger reads these commands."""
    shown, before = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO('\n'.join(commands))
    try:
        with contextlib.redirect_stdout(shown):
            print(total(1, 2, 9, named=5))
    except BaseException as exc:
        print('ended by', repr(exc))
    finally:
        sys.stdin = before
    print(shown.getvalue().replace(os.path.abspath(__file__), 'FILE').replace('\n', '\n  '))


debugged(['a', 'p whole', 'n', 's', 'u', 'p scale', 'd', 'r', 'n', 'n', '', 'c'])
debugged(['l .', 'll', 'whatis double', 'source double', 'display whole', 'n', 'undisplay whole', 'n 3', 'unt', 'c'])
debugged(['b double', 'b 19, step == 1', 'tbreak 20', 'b', 'c', 'c', 'p step', 'c', 'cl 1', 'disable 2', 'b', 'cl 2', 'c'])
debugged(['b 19', 'commands', 'silent', 'p whole', 'end', 'c', 'c', 'c', 'cl 4', 'c'])
debugged(['whole = 50', '!first = 4', 'p whole, first', '[whole for _ in range(2)]', '(lambda: whole)()', 'for one in "ab":',
          '  print(one)', '', 'nothing', 'p 1/0', '$mine = 3;;p $mine + 1', 'alias twice p %1 * 2', 'twice 8', 'c'])
debugged(['q'])
debugged(['n'])
