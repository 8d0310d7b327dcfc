# recorded by hand: needs requests
"""requests takes names and passwords from the user's file of them, unless it is told otherwise."""
import os
import pathlib

import requests

asked = requests.Request('GET', 'http://example.com/')


def shown(request=asked, **settings):
    with requests.Session() as session:
        for name, value in settings.items():
            setattr(session, name, value)
        return session.prepare_request(request).headers.get('Authorization')


print(shown())
pathlib.Path('/tmp/known').write_text('machine example.com login joe password secret\n')
os.environ['NETRC'] = '/tmp/known'
print(shown())
print(shown(requests.Request('GET', 'http://other.example/')))
print(shown(requests.Request('GET', 'http://example.com/', auth=('a', 'b'))))
print(shown(auth=('c', 'd')))
print(shown(trust_env=False))
os.environ['NETRC'] = '/tmp/not there'
print(shown())
