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
    for name in 'LOGNAME', 'USER', 'LNAME', 'USERNAME':
        if user := os.environ.get(name):
            return user
    import pwd
    return pwd.getpwuid(os.getuid()).pw_name
