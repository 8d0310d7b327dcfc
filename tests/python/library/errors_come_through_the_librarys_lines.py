# Errors of the library's modules pass through the frames and lines of CPython's files.
import argparse
import base64
import calendar
import configparser
import csv
import difflib
import getopt
import http.client
import ipaddress
import mimetypes
import os
import shutil
import statistics
import traceback
import urllib.parse
import warnings
from fractions import Fraction


def show(exc):
    print(type(exc).__name__, '-', exc)
    for frame in traceback.extract_tb(exc.__traceback__):
        if os.path.basename(frame.filename) != os.path.basename(__file__):
            print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, '|', frame.line)


def percent():
    parser = configparser.ConfigParser()
    parser.read_string('[a]\nb=%')
    parser.get('a', 'b')


def whole_number():
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument('--count', type=int)
    parser.parse_args(['--count', 'many'])


for fails in (
        lambda: ipaddress.IPv4Address('1.2.3'), lambda: ipaddress.IPv4Address('1.2.3.x'),
        lambda: ipaddress.IPv6Address('::g'), lambda: ipaddress.IPv6Address('1:2'),
        lambda: list(ipaddress.ip_network('10.0.0.0/24').subnets(new_prefix=20)),
        lambda: calendar.TextCalendar().formatmonth(2024, 0), lambda: difflib.get_close_matches('a', ['b'], cutoff=2),
        lambda: list(difflib.unified_diff([1], ['a'])), lambda: list(difflib.context_diff(['a'], [1])),
        lambda: next(csv.DictReader([1])), lambda: csv.Sniffer().sniff(''),
        lambda: shutil.copyfile(__file__, __file__) if os.path.exists(__file__) else None,
        lambda: shutil.make_archive('/tmp/q', 'odd', '/tmp'), lambda: shutil.unpack_archive('/tmp/a.odd'),
        lambda: statistics.correlation([1], [2]), lambda: statistics.covariance([1], [2, 3]),
        lambda: statistics.linear_regression([1, 1], [2, 3]), lambda: Fraction(float('nan')),
        lambda: base64.a85decode('\x80'), lambda: base64.b85decode('\x80'), lambda: getopt.getopt(['-x'], ''),
        lambda: getopt.getopt(['-x'], 'x:'), lambda: getopt.gnu_getopt(['a', '--none'], '', ['some']),
        lambda: getopt.getopt(['--so=1'], '', ['some', 'sort=']), lambda: getopt.getopt(['--some'], '', ['some=']),
        lambda: urllib.parse.parse_qs('a', strict_parsing=True),
        lambda: urllib.parse.parse_qs('a=1&b=2', max_num_fields=1),
        lambda: http.client.HTTPConnection('localhost:abc'), lambda: http.client.HTTPConnection('a b'),
        lambda: http.client.HTTPConnection('a').getresponse(), lambda: mimetypes.guess_type(5),
        lambda: warnings.filterwarnings('odd'), percent, whole_number):
    try:
        fails()
    except Exception as exc:
        if not (isinstance(exc, shutil.SameFileError)):
            show(exc)
        while exc.__context__ is not None and not exc.__suppress_context__:
            exc = exc.__context__
            show(exc)
