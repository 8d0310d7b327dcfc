"""How a client says who it is."""
import _network

from httpx._exceptions import ProtocolError

__name__ = 'httpx'  # where what is here is said to be


class Auth:
    """What may be given as `auth`: its flow yields requests and gets their answers."""
    requires_request_body = requires_response_body = False

    def auth_flow(self, request):
        yield request

    def sync_auth_flow(self, request):
        if self.requires_request_body:
            request.read()
        flow, response = self.auth_flow(request), None
        while (wanted := _wanted(flow, response)) is not None:
            response = yield wanted
            if self.requires_response_body:
                response.read()

    async def async_auth_flow(self, request):
        if self.requires_request_body:
            await request.aread()
        flow, response = self.auth_flow(request), None
        while (wanted := _wanted(flow, response)) is not None:
            response = yield wanted
            if self.requires_response_body:
                await response.aread()


def _wanted(flow, response):
    """The request that follows an answer, if there is one."""
    try:
        return flow.send(response)
    except StopIteration:
        return None


class FunctionAuth(Auth):
    """A function that changes a request."""

    def __init__(self, func):
        self._func = func

    def auth_flow(self, request):
        yield self._func(request)


class BasicAuth(Auth):
    """A name and a password in a header."""

    def __init__(self, username, password):
        self._header = _network.basic_auth(username, password, 'utf-8')

    def auth_flow(self, request):
        request.headers['Authorization'] = self._header
        yield request


class NetRCAuth(Auth):
    """Names and passwords by host, from a file."""

    def __init__(self, file=None):
        import netrc
        self._known = netrc.netrc(file)

    def auth_flow(self, request):
        found = self._known.authenticators(request.url.host)
        if found is not None and found[2]:
            request.headers['Authorization'] = _network.basic_auth(found[0], found[2], 'utf-8')
        yield request


class DigestAuth(Auth):
    """A name and a digest of a password, for a server that asks for one."""

    def __init__(self, username, password):
        self._username, self._password, self._asked, self._count = username, password, None, 1

    def auth_flow(self, request):
        if self._asked:
            request.headers['Authorization'] = self._answer(request)
        response = yield request
        asked = [value for value in response.headers.get_list('www-authenticate') if value.lower().startswith('digest ')]
        if response.status_code != 401 or not asked:
            return
        from _digests import asked_of
        self._asked, self._count = asked_of(asked[0]), 1
        if not {'realm', 'nonce'} <= self._asked.keys():
            raise ProtocolError('Malformed Digest WWW-Authenticate header', request=request)
        request.headers['Authorization'] = self._answer(request)
        if response.cookies:
            request.headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in response.cookies.items())
        yield request

    def _answer(self, request):
        from _digests import answer
        asked, path, count = self._asked, request.url.raw_path.decode(), f'{self._count:08x}'
        qops = [each.strip() for each in asked.get('qop', 'auth').split(',')]
        if 'auth' not in qops:
            raise (NotImplementedError('Digest auth-int support is not yet implemented') if qops == ['auth-int'] else ProtocolError(
                f'Unexpected qop value "{asked["qop"]}" in digest auth', request=request))
        digest, fresh = answer(asked, self._username, self._password, request.method, path, self._count, 'qop' in asked)
        self._count += 1
        told = {'username': self._username, 'realm': asked['realm'], 'nonce': asked['nonce'], 'uri': path, 'response': digest,
                'algorithm': asked.get('algorithm', 'MD5')}
        if 'opaque' in asked:
            told['opaque'] = asked['opaque']
        if 'qop' in asked:
            told |= {'qop': 'auth', 'nc': count, 'cnonce': fresh}
        return 'Digest ' + ', '.join(f'{name}={value}' if name in ('algorithm', 'qop', 'nc') else f'{name}="{value}"'
                                     for name, value in told.items())
