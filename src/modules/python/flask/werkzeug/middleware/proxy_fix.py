"""Believes what a proxy in front says of the client."""
from werkzeug.http import parse_list_header


class ProxyFix:
    def __init__(self, app, x_for=1, x_proto=1, x_host=0, x_port=0, x_prefix=0):
        self.app, self.x_for, self.x_proto, self.x_host, self.x_port, self.x_prefix = app, x_for, x_proto, x_host, x_port, x_prefix

    def _get_real_value(self, trusted, value):
        """What the last of the trusted proxies said."""
        found = parse_list_header(value) if trusted and value else []
        return found[-trusted] if found and len(found) >= trusted else None

    def __call__(self, environ, start_response):
        names = 'REMOTE_ADDR', 'wsgi.url_scheme', 'HTTP_HOST', 'SERVER_NAME', 'SERVER_PORT', 'SCRIPT_NAME'
        environ['werkzeug.proxy_fix.orig'] = {name: environ.get(name) for name in names}
        said = {name: self._get_real_value(getattr(self, f'x_{name}'), environ.get(f'HTTP_X_FORWARDED_{name.upper()}'))
                for name in ('for', 'proto', 'host', 'port', 'prefix')}
        if said['for']:
            environ['REMOTE_ADDR'] = said['for']
        if said['proto']:
            environ['wsgi.url_scheme'] = said['proto']
        if host := said['host']:
            environ['HTTP_HOST'] = environ['SERVER_NAME'] = host
            if ':' in host and not host.endswith(']'):
                environ['SERVER_NAME'], environ['SERVER_PORT'] = host.rsplit(':', 1)
        if port := said['port']:
            if host := environ.get('HTTP_HOST'):
                bare = host.rsplit(':', 1)[0] if ':' in host and not host.endswith(']') else host
                environ['HTTP_HOST'] = f'{bare}:{port}'
            environ['SERVER_PORT'] = port
        if said['prefix']:
            environ['SCRIPT_NAME'] = said['prefix']
        return self.app(environ, start_response)
