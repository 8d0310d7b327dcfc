# recorded by hand: CPython with Werkzeug 3.1.9 and MarkupSafe 3.0.4
"""Maps of rules, dictionaries with several values, headers, locals, errors that are answers, applications of WSGI."""
from werkzeug.datastructures import CombinedMultiDict, Headers, ImmutableMultiDict, MIMEAccept, MultiDict
from werkzeug.exceptions import BadRequestKeyError, HTTPException, MethodNotAllowed, NotFound, TooManyRequests, abort
from werkzeug.http import dump_cookie, http_date, parse_accept_header, parse_cookie, parse_dict_header, parse_options_header, parse_range_header
from werkzeug.local import Local, LocalProxy, LocalStack
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import BaseConverter, BuildError, EndpointPrefix, Map, RequestRedirect, Rule, Submount
from werkzeug.test import Client, EnvironBuilder
from werkzeug.urls import iri_to_uri, uri_to_iri
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Request, Response


class Pair(BaseConverter):
    regex = r'\d+-\d+'

    def to_python(self, value):
        return tuple(map(int, value.split('-')))

    def to_url(self, value):
        return '-'.join(map(str, value))


rules = Map([Rule('/', endpoint='index'), Rule('/pages/', endpoint='pages'), Rule('/pages/<int(min=1):page>', endpoint='page'),
             Rule('/pages/all', endpoint='pages/all'), Rule('/range/<pair:span>', endpoint='range', methods=['POST']),
             Rule('/files/<path:where>', endpoint='file'), Rule('/old', redirect_to='/pages/'),
             Submount('/shop', [EndpointPrefix('shop/', [Rule('/<any(tea, salt):good>', endpoint='good'),
                                                         Rule('/<good>/<float:cost>', endpoint='cost')])])],
            converters={'pair': Pair})
here = rules.bind('example.org', '/base')
for path in ('/', '/pages', '/pages/', '/pages/3', '/pages/0', '/pages/all', '/range/1-5', '/files/a/b.txt', '/old', '/shop/tea', '/shop/rum',
             '/shop/rum/2.5', '//pages///3'):
    try:
        print(path, here.match(path))
    except RequestRedirect as redirect:
        print(path, 'leads to', redirect.new_url)
    except HTTPException as error:
        print(path, repr(error), getattr(error, 'valid_methods', ''))
for endpoint, values in (('page', {'page': 3, 'sort': 'up & down'}), ('range', {'span': (4, 9)}), ('file', {'where': 'ä b/c'}),
                         ('shop/good', {'good': 'rum'}), ('pagee', {}), ('page', {})):
    try:
        print(here.build(endpoint, values), here.build(endpoint, values, force_external=True))
    except (BuildError, ValueError) as error:
        print(type(error).__name__, error)
print(here.allowed_methods('/range/1-2'), here.test('/nowhere'), [rule.rule for rule in rules.iter_rules('page')])

many = MultiDict([('a', '1'), ('a', 'x'), ('b', '3')])
print(many, many['a'], many.getlist('a', type=int), many.get('b', type=int), many.to_dict(flat=False), dict(many), many | {'c': '4'})
print(CombinedMultiDict([many, ImmutableMultiDict({'a': ['9'], 'z': '0'})]).getlist('a'), list(many.items(multi=True)))
for wrong in (lambda: many['lost'], lambda: ImmutableMultiDict(a=1), lambda: ImmutableMultiDict({'a': 1}).add('b', 2),
              lambda: Headers().set('X', 'a\r\nb')):
    try:
        wrong()
    except (BadRequestKeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
headers = Headers({'Content-Type': 'text/html', 'X-Many': ['1', '2']})
headers.add('Content-Disposition', 'attachment', filename='a b.txt')
headers['content-type'] = 'text/plain'
print(repr(str(headers)), headers.getlist('x-many'), headers.get('X-Many', type=int), 'lost' in headers)
print(parse_accept_header('text/html;q=0.8, application/json, */*;q=0.1', MIMEAccept).best_match(['text/html', 'application/json']))
print(parse_options_header('form-data; name="a \\"b\\""; filename*=UTF-8\'\'caf%C3%A9.txt'), parse_dict_header('realm="x y", stale, n=1'))
print(parse_range_header('bytes=0-9, 20-'), parse_cookie('a=1; b="x\\054y"; c'), dump_cookie('n', 'a;b', samesite='lax', secure=True), http_date(0))
print(iri_to_uri('http://bücher.example/ü?q=ä'), uri_to_iri('/%C3%BC%2F?q=%C3%A4%26'), secure_filename('../../My résumé (1).txt'))

stack, local = LocalStack(), Local()
top, user = stack(), local('user')
local.user = ['ann']
user += ['bob']
print(repr(top), bool(top), user, len(user), stack.push(3), top + 1, isinstance(user, list), LocalProxy(lambda: 'text').upper())
for error in NotFound(), MethodNotAllowed(['GET', 'PUT']), TooManyRequests(retry_after=30), BadRequestKeyError('name'):
    print(repr(error), error, error.get_headers()[1:])
try:
    abort(418, 'short and stout')
except HTTPException as error:
    print(error.get_response().get_data(as_text=True))


@Request.application
def application(request):
    if request.method == 'POST':
        return Response(f'{request.form} {sorted(request.files)} {request.content_length is not None}')
    return Response(f'{request.remote_addr} {request.url} {request.script_root!r} {request.path}', status='299 Fine')


client = Client(DispatcherMiddleware(application, {'/deep': ProxyFix(application, x_host=1)}))
print(client.get('/a?b=c').text, client.get('/deep/er', headers={'X-Forwarded-For': '10.0.0.9', 'X-Forwarded-Host': 'front.example'}).text)
print(client.post('/', data={'a': ['1', '2']}).text, client.get('/').status, repr(EnvironBuilder('/x', method='PUT', json=[1]).get_request()))
