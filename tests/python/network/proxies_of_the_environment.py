# Which proxies the environment names, and which hosts are asked without one.
import os
from urllib.request import getproxies, getproxies_environment, proxy_bypass, proxy_bypass_environment

print(getproxies(), proxy_bypass("localhost"))
for environment in [{"http_proxy": "http://a:1"}, {"HTTP_PROXY": "http://b:2"}, {"HTTP_PROXY": "b", "http_proxy": "a"},
                    {"HTTP_PROXY": "b", "http_proxy": ""}, {"all_proxy": "c", "NO_PROXY": "x.org"}, {"_proxy": "d", "myproxy": "e"},
                    {"REQUEST_METHOD": "GET", "HTTP_PROXY": "b"}, {"REQUEST_METHOD": "GET", "http_proxy": "a"}]:
    os.environ.update(environment)
    print(environment, getproxies_environment())
    for name in environment:
        del os.environ[name]
for listed in ["localhost, .example.org, 10.0.0.1:8080", "*", "", "example.org", " a , b"]:
    os.environ["no_proxy"] = listed
    print(listed, [host for host in ["localhost", "localhost:80", "LOCALHOST", "example.org", "www.example.org:8000",
                                     "notexample.org", "10.0.0.1", "10.0.0.1:8080", "a", "c.b"]
                   if proxy_bypass_environment(host)])
del os.environ["no_proxy"]
print(proxy_bypass_environment("x.y", {"no": "y"}), proxy_bypass_environment("x.y", {}))
