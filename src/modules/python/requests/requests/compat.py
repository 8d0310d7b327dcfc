"""Names that requests takes from the standard library, for programs that take them from here."""
import collections.abc as _abc
import http.cookiejar as cookielib
import json
from collections import OrderedDict
from http.cookies import Morsel
from io import StringIO
from json import JSONDecodeError
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse
from urllib.request import getproxies, getproxies_environment, parse_http_list, proxy_bypass, proxy_bypass_environment

Callable, Mapping, MutableMapping = _abc.Callable, _abc.Mapping, _abc.MutableMapping
is_py2, is_py3, has_simplejson = False, True, False
builtin_str, str, bytes = str, str, bytes
basestring, numeric_types, integer_types = (str, bytes), (int, float), (int,)
