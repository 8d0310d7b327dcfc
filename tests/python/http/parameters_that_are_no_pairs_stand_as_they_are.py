# recorded by hand: CPython with requests 2.34.2
"""requests joins what is given as parameters to the address."""
import requests

for given in 5, 2.5, object, [1, 2], 'a=1', b'b=2', [('c', 3), ('d', [4, 5])], {'e': None, 'f': ''}, None, ():
    try:
        print(requests.Request('GET', 'http://127.0.0.1/x?y=0', params=given).prepare().url)
    except Exception as error:
        print(type(error).__name__, error)
for given in 5, object, 0:
    try:
        print(requests.Request('GET', 'http://127.0.0.1/x', params=given).prepare().url)
    except TypeError as error:
        print(error)
