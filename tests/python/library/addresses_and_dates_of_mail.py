"""Addresses and dates as headers have them are written and read."""
import email.utils
from datetime import datetime, timedelta, timezone
from email.utils import (collapse_rfc2231_value, decode_params, decode_rfc2231, encode_rfc2231, format_datetime, formataddr,
                         formatdate, getaddresses, make_msgid, mktime_tz, parseaddr, parsedate, parsedate_to_datetime,
                         parsedate_tz, unquote)

for text in ('Bob <b@x.y>', 'b@x.y', '"Foo, Bar" <f@b.c>', 'b@x.y (Bob)', 'Bob (work) <b@x>', '', 'nonsense', 'a b c',
             'A <a@b>, B <c@d>', '<a@b>', 'Bob Foo. Jr <a@b.c>', 'a@b.c)d@e.f', '=?utf-8?q?J=C3=B6rg?= <a@b>',
             'friends: a@b, c@d;', 'x y@z', '"a\\"b" <q@r>', 'a@b@c', 'a @ b . c'):
    print(repr(text), parseaddr(text), getaddresses([text]), parseaddr(text, strict=False))
print(getaddresses(['A <a@b>, B <c@d>', 'e@f']))
for pair in ('Bob', 'b@x'), ('', 'b@x'), ('Foo, B', 'b@x'), ('a"b\\c', 'x@y'), ('Jörg', 'j@x'), ('你好', 'j@x'):
    print(formataddr(pair), parseaddr(formataddr(pair)) == pair)
try:
    formataddr(('x', 'jö@x'))
except UnicodeEncodeError as error:
    print(error)

print(formatdate(0), formatdate(0, usegmt=True), formatdate(0, localtime=True), formatdate(1234567890.5), formatdate())
moment = datetime(2024, 2, 29, 12, 30, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
print(format_datetime(moment), format_datetime(moment.replace(tzinfo=None)))
print(format_datetime(moment.astimezone(timezone.utc), usegmt=True), mktime_tz(parsedate_tz(format_datetime(moment))))
try:
    format_datetime(moment, usegmt=True)
except ValueError as error:
    print(error)
for text in ('Thu, 29 Feb 2024 12:30:05 +0530', '29 Feb 2024 12:30 GMT', 'Fri, 21 Nov 97 09:55:06 -0600', 'x', '',
             'Mon Jan  2 15:04:05 2006', '21-Nov-1997 10:11:12 EST', 'Thu, 1 Jan 1970 00:00:00 -0000', '1 Foo 2000 1:2:3'):
    print(repr(text), parsedate(text), parsedate_tz(text))
    try:
        print(parsedate_to_datetime(text))
    except ValueError as error:
        print(error)
print(email.utils.quote('a"b\\'), unquote('"a\\"b"'), unquote('<x>'), unquote('a'))
print(decode_rfc2231("utf-8''a%20b"), encode_rfc2231('ä b', 'utf-8', 'de'), collapse_rfc2231_value(('utf-8', '', 'x')))
print(decode_params([('x', ''), ('a', '1'), ('name*0', 'b'), ('name*1', 'c'), ('t*0*', "utf-8'en'%C3"), ('t*1*', '%A4')]))
print(make_msgid(domain='shop.test')[-11:], make_msgid('part', 'shop.test').count('.'))
