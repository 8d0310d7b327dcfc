# recorded by hand: needs requests and httpx
import httpx
import requests
import urllib3

for address in 'http://a b/', 'http://exa mple.com:80/x', 'http:// example.com/':
    for library in requests, httpx:
        try:
            print(library.get(address))
        except (requests.ConnectionError, httpx.ConnectError) as error:
            print(type(error).__name__, error)
for address in 'http://example..com/', f'http://{"a" * 64}.com/':
    try:
        requests.get(address)
    except urllib3.exceptions.LocationParseError as error:
        print(error)
