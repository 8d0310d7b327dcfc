# recorded by hand: requests is not installed where the others are recorded
import io
import os
import tempfile

import requests
from requests import utils

print(utils.quote('ä b/c'), utils.unquote('%41+b'))
print(utils.default_headers()['Accept'], utils.default_user_agent('me').partition('/')[0])
for kind in ('text/html', 'text/html; charset="utf-16"', 'application/json', 'image/png', 'text/plain; Charset=', None):
    print(kind, utils.get_encoding_from_headers({'content-type': kind} if kind else {}))
jar = utils.cookiejar_from_dict({'a': '1', 'b': '2'})
print(utils.dict_from_cookiejar(utils.add_dict_to_cookiejar(jar, {'b': '3', 'c': '4'})))
print(utils.parse_dict_header('realm="a, b", nonce=x=y, stale, q="\\"z\\""'), utils.parse_list_header('a, "b, c", d e'))
print(utils.parse_header_links('<https://x.org/2>; rel=next; title="a b", <https://x.org/9>;rel="last";odd'), utils.parse_header_links(' '))
print(utils.unquote_header_value('"a\\\\b"'))
print(utils.unquote_header_value('"\\\\\\\\host\\\\x"', True), utils.unquote_header_value('plain'))
for uri in ('http://x.org/%7Euser/ü?q=a b%2f', 'http://x.org/100%', 'http://x.org/%zz/%41', 'a%%41'):
    print(utils.requote_uri(uri))
for url in ('http://me:pw@x.org/a?b#c', 'me@x.org/a#b', '//x.org', 'http://me:p%40w@x.org:8/;p?q'):
    print(utils.urldefragauth(url), utils.get_auth_from_url(url), utils.prepend_scheme_if_needed(url, 'https'))
for name in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be'):
    print(name, [utils.guess_json_utf(text.encode(name)) for text in ('{}', '{"a": 1}', '1')])
print(utils.guess_json_utf(b'\0\0\0'), utils.guess_json_utf(b'\0a\0'), utils.guess_json_utf(b'\0\0'), utils.guess_json_utf(b''))
print(utils.to_key_val_list({'a': 1}), utils.to_key_val_list([('a', 1)]), utils.to_key_val_list(None), utils.from_key_val_list([('a', 1)]))
for wrong in ('text', b'x', True, 3):
    try:
        utils.from_key_val_list(wrong)
    except ValueError as e:
        print(repr(e))
part = io.BytesIO(b'0123456789')
part.seek(4)


class Told:
    len = 7


print([utils.super_len(each) for each in ('äb', b'abc', [1, 2], part, io.StringIO('abc'), Told(), iter('ab'))], part.tell())
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'notes.txt')
    with utils.atomic_open(path) as file:
        file.write(b'twelve bytes')
    try:
        with utils.atomic_open(path) as file:
            raise KeyError('left')
    except KeyError as e:
        print(repr(e), os.listdir(folder))
    with open(path, 'rb') as file:
        file.read(2)
        print(utils.super_len(file), utils.guess_filename(file), utils.guess_filename(part))
    netrc = os.path.join(folder, 'netrc')
    with open(netrc, 'w') as file:
        file.write('machine x.org login me password pw\n')
    os.environ['NETRC'] = netrc
    print(utils.get_netrc_auth('http://x.org/a'), utils.get_netrc_auth('http://y.org/'))
print(list(utils.iter_slices('abcdefg', 3)), list(utils.iter_slices(b'abc', None)))
print(utils.dotted_netmask(20))
print(utils.address_in_network('192.168.1.7', '192.168.1.0/24'), utils.address_in_network('10.0.0.1', '10.1.0.0/16'))
print([utils.is_valid_cidr(each) for each in ('10.0.0.0/8', '10.0.0.0', '10.0.0.0/33', '10.0.0.0/x', 'x/8', '1.2.3.4/5/6')])
no_proxy = '.inner.org, 10.0.0.0/8,host:81'
for url in ('http://a.inner.org/', 'http://inner.org', 'http://xinner.org', 'http://10.1.2.3/', 'http://11.1.2.3',
            'http://host:81/', 'http://host/', 'file:///x'):
    print(url, utils.should_bypass_proxies(url, no_proxy))
proxies = {'http': 'a', 'all://x.org': 'b', 'https://x.org': 'c', 'all': 'd'}
print([utils.select_proxy(url, proxies) for url in ('http://x.org', 'https://x.org', 'https://y.org', 'ftp://x.org', 'mailto:me')])
print(utils.resolve_proxies(requests.Request('GET', 'http://x.org'), {'https': 'p'}))
for header in (('Name', 'value'), ('Na\nme', 'v'), ('Name', ' v'), ('Name', 3)):
    try:
        print(utils.check_header_validity(header))
    except requests.exceptions.InvalidHeader as e:
        print(e)
with utils.set_environ('ABC', '1'):
    print(os.environ['ABC'])
print('ABC' in os.environ)
