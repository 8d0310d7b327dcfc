# Half-private names of the library that published packages import.
import _ast
import ast
import typing
from html import _replace_charref, unescape
from urllib.request import parse_http_list, parse_keqv_list
from xml.etree.ElementTree import _escape_attrib, _escape_cdata, _raise_serialization_error

for header in ['a,b,c', 'path"o,l"og"i"cal, example', 'a, b, "c", "d", "e,f", g, h', r'a="b\"c", d="e\,f", g="h\\", i',
               '', ',', 'a,', ',a', '"a', 'a "b, c" d , e', r'"\""x,y']:
    print(parse_http_list(header))
print(parse_keqv_list(parse_http_list('realm="x, y", nonce="abc", qop=auth, opaque=""')))
print(_ast.Name is ast.Name, _ast.AST)
print(sorted(typing.EXCLUDED_ATTRIBUTES))
print(unescape("&lt;&amp;&#65;&#x41;&notit;&nosuch;&copy &copyx &amp"), _replace_charref.__name__)
print(_escape_cdata("<a&b>"), _escape_attrib('"a\n<'))
try:
    _raise_serialization_error(5)
except TypeError as error:
    print(error)
