# Code after `finally` stands once for each way there, and f_lasti tells which one.
import sys


def here():
    frame = sys._getframe(1)
    return frame.f_lasti, list(frame.f_code.co_positions())[frame.f_lasti // 2]


def ways(way):
    for _ in range(2):
        try:
            if way == 'return':
                return found
            if way == 'break':
                break
            if way == 'continue':
                continue
            if way == 'raise':
                raise KeyError
        finally:
            found.append(here())


def nested(way):
    try:
        try:
            if way:
                raise KeyError
        finally:
            found.append(here())
    finally:
        try:
            found.append(here())
        finally:
            found.append(here())


for way in 'return', 'break', 'continue', 'raise', 'end':
    found = []
    try:
        ways(way)
    except KeyError:
        pass
    print(way, found)
for way in False, True:
    found = []
    try:
        nested(way)
    except KeyError:
        pass
    print(way, found)
