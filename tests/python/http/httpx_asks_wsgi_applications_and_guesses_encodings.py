# recorded by hand: needs httpx and flask
"""httpx: an application of WSGI without a network, proxies as objects, encodings that a client says, and other things seldom asked."""
import httpx
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route('/hello')
def hello():
    return f'hello {request.args.get("name", "nobody")}'


@app.route('/echo', methods=['POST'])
def echo():
    return jsonify(json=request.json, agent=request.headers['User-Agent'], address=request.remote_addr), 201


with httpx.Client(transport=httpx.WSGITransport(app=app, remote_addr='1.2.3.4'), base_url='http://testserver') as client:
    answer = client.get('/hello', params={'name': 'you'})
    print(answer, answer.text, answer.headers['content-type'])
    answer = client.post('/echo', json={'a': [1]})
    print(answer.status_code, answer.json())
    print(client.get('/nowhere').status_code)


def failing(environ, start_response):
    start_response('500 Oh', [('Content-Type', 'text/plain')])
    return iter([b'', b'a', environ['PATH_INFO'].encode(), environ['SCRIPT_NAME'].encode()])


transport = httpx.WSGITransport(failing, script_name='/sub')
print(httpx.Client(transport=transport).get('http://h/x').read())

for url in 'http://user:secret@proxy.example:8080', 'http://proxy.example', 'ftp://proxy.example':
    try:
        proxy = httpx.Proxy(url, headers={'A': 'b'})
        print(proxy, proxy.url, proxy.auth, proxy.raw_auth, proxy.headers)
    except ValueError as e:
        print(e)

latin = httpx.MockTransport(lambda request: httpx.Response(200, content='é'.encode('latin-1')))
for default in 'latin-1', 'utf-8', lambda content: 'cp1252':
    answer = httpx.Client(transport=latin, default_encoding=default).get('http://h/')
    print(answer.encoding, answer.text)
answer = httpx.Response(200, text='hi')
print(answer.is_stream_consumed, answer.is_closed, answer.default_encoding)
try:
    answer.raise_for_status()
except RuntimeError as e:
    print(e)
cookies, asked = httpx.Cookies({'a': 'b'}), httpx.Request('GET', 'http://h/')
cookies.set_cookie_header(asked)
print(asked.headers, httpx.__title__)
