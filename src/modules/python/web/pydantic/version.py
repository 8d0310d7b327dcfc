"""The version."""
VERSION = '2.14.4'


def version_short():
    return '.'.join(VERSION.split('.')[:2])


def version_info():
    return f'pydantic version: {VERSION}'
