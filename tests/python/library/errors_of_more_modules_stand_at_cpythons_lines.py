"""Where in the library an error is raised: the functions, the lines, and what stands on them."""
import base64
import calendar
import dataclasses
import email
import email.utils
import gettext
import glob
import inspect
import plistlib
import tokenize
import traceback
import typing
import weakref

for call in (
    lambda: weakref.WeakSet().pop(),
    lambda: base64.b85decode(b'\x00'),
    lambda: calendar.month(2020, 13),
    lambda: gettext.translation('nowhere'),
    lambda: email.utils.parsedate_to_datetime('x'),
    lambda: email.message_from_string(3),
    lambda: dataclasses.make_dataclass('D', [('x', list, dataclasses.field(default=[]))]),
    lambda: typing.NamedTuple('N', [('x', int)], a=1),
    lambda: inspect.Signature([3]),
    lambda: inspect.getclosurevars(3),
    lambda: glob.glob(3),
    lambda: plistlib.loads(b'x'),
    lambda: list(tokenize.tokenize(3)),
):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
        for frame in traceback.extract_tb(e.__traceback__)[2:]:
            print('   ', frame.name, frame.lineno, frame.line)
