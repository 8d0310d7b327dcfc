"""Wrong arguments: the errors name the classes of `ipaddress` and `calendar` that a program sees."""
import calendar
import ipaddress
import traceback


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


for kind in ipaddress.IPv4Network, ipaddress.IPv6Network, ipaddress.IPv4Interface:
    attempt(lambda: kind())
    attempt(lambda: kind(1, 2, 3, 4))
attempt(lambda: ipaddress.ip_network('10.0.0.1/8', strict=False))
attempt(lambda: ipaddress.ip_network('10.0.0.1/8'))
for text in '10.0.0.1/8', '1::1/8':
    try:
        ipaddress.ip_network(text)
    except ValueError:
        print(traceback.format_exc().count('\n'))
for kind in calendar.LocaleTextCalendar, calendar.LocaleHTMLCalendar:
    attempt(lambda: kind(1, 2, 3))
    attempt(lambda: kind().formatweekday())
    attempt(lambda: kind().formatmonthname())
    attempt(lambda: kind(6, 'C').formatmonth(2024, 2).splitlines()[:3])
