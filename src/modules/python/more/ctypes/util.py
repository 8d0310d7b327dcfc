"""Where C's libraries are: there are none."""


def find_library(name):
    return None
