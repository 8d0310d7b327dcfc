"""Passwords and the user's name."""
__all__ = ['getpass', 'getuser', 'GetPassWarning']


class GetPassWarning(UserWarning):
    pass


def getpass(prompt='Password: ', stream=None):
    import sys
    print(prompt, end='', file=sys.stderr if stream is None else stream)
    return input()


def getuser():
    import os
    return os.environ.get('USER', 'user')
