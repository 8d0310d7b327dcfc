# A deprecation is told of the line that uses what is deprecated, however deep the calls around it are.
import argparse
import ast
import codecs
import email.utils
import os
import pathlib
import pkgutil
import warnings
import xml.etree.ElementTree as ElementTree

element = ElementTree.fromstring('<a><b/></a>')


def truth():
    if element:
        return 'has children'


def negated():
    return not element.find('b')


def loader():
    return pkgutil.find_loader('os') is not None


def below():
    return pathlib.PurePath('a/b').relative_to('a', 'b')


def local():
    return email.utils.localtime(isdst=1) is not None


def field():
    return ast.Constant() is not None


def escaped():
    return codecs.escape_decode(rb'\d')


def option():
    parser = argparse.ArgumentParser()
    parser.add_argument('--x', action=argparse.BooleanOptionalAction, type=int)


def around(function):
    result = function()
    return result


for function in (truth, negated, loader, below, local, field, escaped, option):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        around(function)
    for one in told:
        here = os.path.samefile(one.filename, __file__) if os.path.exists(one.filename) else False
        place = one.lineno - function.__code__.co_firstlineno if here else os.path.basename(one.filename)
        print(function.__name__, place, one.category.__name__, str(one.message)[:45])

# By default an outdated option of argparse is not told of: the library's own line has used it.
option()
