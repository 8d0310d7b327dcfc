# What http.cookiejar takes from a server and gives back is a matter of its policy, the program's own one included.
import http.cookiejar
import http.server
import threading
import urllib.request


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        print('   got', self.headers['Cookie'])
        self.send_response(200)
        for cookie in 'a=1', 'b=2; Path=/deep', 'c=3; Secure', 'd=4; Domain=elsewhere.example', '$e=5', 'f=6; Max-Age=60':
            self.send_header('Set-Cookie', cookie)
        self.send_header('Content-Length', '0')
        self.end_headers()

    def log_message(self, *args):
        pass


class Nothing(http.cookiejar.CookiePolicy):
    netscape, rfc2965, hide_cookie2 = True, False, False

    def set_ok(self, cookie, request):
        print('   asked of', cookie.name, cookie.domain, cookie.path, request.full_url.rpartition('/')[2])
        return False

    return_ok = domain_return_ok = path_return_ok = set_ok


server = http.server.HTTPServer(('127.0.0.1', 0), Site)
thread = threading.Thread(target=server.serve_forever, daemon=True)
thread.start()
address = f'http://127.0.0.1:{server.server_port}'


def visit(name, policy, host='127.0.0.1'):
    jar = http.cookiejar.CookieJar(policy)
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    print(name)
    for path in '/first', '/deep/second':
        opener.open(f'http://{host}:{server.server_port}{path}').close()
    print('  ', sorted((cookie.name, cookie.domain, cookie.path) for cookie in jar))


Policy = http.cookiejar.DefaultCookiePolicy
visit('usual', None)
visit('nothing', Nothing())
visit('blocked', Policy(blocked_domains=['127.0.0.1']))
visit('others allowed', Policy(allowed_domains=['.example.com']))
visit('allowed', Policy(allowed_domains=['127.0.0.1']))
visit('strict', Policy(strict_ns_set_path=True, strict_ns_set_initial_dollar=True, strict_ns_domain=Policy.DomainStrict))
visit('not encrypted', Policy(secure_protocols=['http']))
visit('by name', None, 'localhost')
visit('none of these', Policy(netscape=False))
policy = Policy(blocked_domains=['ads.example', '.tracker.example'])
print(policy.blocked_domains(), policy.allowed_domains(), policy.is_blocked('www.tracker.example'), policy.is_blocked('ads.example'),
      policy.is_blocked('www.ads.example'), policy.is_not_allowed('x'))
policy.set_allowed_domains(['a.example'])
print(policy.is_not_allowed('a.example'), policy.is_not_allowed('b.example'), policy.strict_domain, policy.secure_protocols)
jar = http.cookiejar.CookieJar()
jar.set_policy(policy)
request = urllib.request.Request('http://b.example/x/y?z')
cookie = http.cookiejar.Cookie(0, 'n', 'v', None, False, 'b.example', False, False, '/x', True, False, None, True, None, None, {})
print(policy.domain_return_ok('b.example', request), policy.path_return_ok('/x', request), policy.path_return_ok('/xy', request))
jar.set_cookie_if_ok(cookie, request)
print(len(jar))
server.shutdown()
thread.join()
server.server_close()
