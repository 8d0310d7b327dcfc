"""The functions that took URLs apart before urlsplit: what they give, and that they warn."""
import urllib.parse as up
import warnings

warnings.simplefilter('error')
for name in 'splittype splithost splituser splitpasswd splitport splitnport splitquery splittag splitattr splitvalue to_bytes'.split():
    try:
        getattr(up, name)('a')
    except DeprecationWarning as e:
        print(e)
warnings.simplefilter('ignore')
for url in ('http://user:pw@host:80/path;a=1;b?q=1#top', '//host', '//host?q', 'mailto:x', '', 'host:', 'host:port', 'a:b:1', 'x=y=z', 'a#b#c', 'a?b?c'):
    print(url, up.splittype(url), up.splithost(url), up.splituser(url), up.splitpasswd(url), up.splitport(url), up.splitnport(url),
          up.splitnport(url, 55), up.splitquery(url), up.splittag(url), up.splitattr(url), up.splitvalue(url))
print(up.unwrap('<URL:http://x/>'), up.unwrap('URL: y'), up.unwrap(' <z>'), up.to_bytes('abc'))
try:
    up.to_bytes('é')
except UnicodeError as e:
    print(e)
for missing in 'splitnothing', 'splitz', 'no':
    print(hasattr(up, missing))
