# recorded by hand: CPython with Flask 3.1.3, Werkzeug 3.1.9 and asgiref 3.13.0
"""Routes, what requests bring, what views return, errors, and what is called around them."""
import asyncio
import datetime
import io
import uuid

from flask import Blueprint, Flask, Response, abort, g, jsonify, make_response, redirect, request, url_for
from flask.views import MethodView
from werkzeug.exceptions import HTTPException

app = Flask('shop')
calls = []


@app.route('/')
def index():
    return 'welcome'


@app.route('/goods/<int:number>')
@app.route('/goods/<int:number>/<name>')
def good(number, name='-'):
    return {'number': number, 'name': name, 'seller': request.args.get('seller', 'nobody'), 'page': request.args.get('page', 1, type=int)}


@app.route('/files/<path:where>/')
def files(where):
    return where, 202, {'X-Where': where}


@app.post('/order')
def order():
    if request.is_json:
        return jsonify(sum=sum(request.json['costs']), at=datetime.date(2024, 2, 29), id=uuid.UUID(int=7)), 201
    upload = request.files.get('note')
    return f"{request.form['who']} {request.form.getlist('what')} {upload and (upload.filename, upload.read())}"


@app.get('/answer')
def answer():
    response = make_response('<b>made</b>', 203)
    response.set_cookie('seen', 'a b', path='/answer', httponly=True, samesite='strict')
    response.headers['X-Kind'] = response.mimetype
    return response


@app.get('/stream')
def stream():
    return Response((f'{n};' for n in range(3)), mimetype='text/plain')


@app.get('/go')
def go():
    return redirect(url_for('good', number=5, name='tea & cup', seller='é', _anchor='top'))


@app.get('/slow')
async def slow():
    await asyncio.sleep(0.25)
    return [request.path, g.user]


@app.get('/fails/<kind>')
def fails(kind):
    if kind == 'abort':
        abort(403, description='not for <you>')
    if kind == 'value':
        raise ValueError('bad value')
    if kind == 'key':
        return request.args['lost']
    return None if kind == 'none' else 5


@app.errorhandler(ValueError)
def on_value_error(error):
    return f'handled {error}', 422


@app.errorhandler(HTTPException)
def on_http(error):
    return f'{error.code} {error.name}: {error.description}', error.code


@app.before_request
def who():
    g.user = request.headers.get('X-User', 'guest')
    calls.append(f'before {request.endpoint}')
    if g.user == 'thief':
        return 'stopped', 401


@app.after_request
def count(response):
    calls.append(f'after {response.status_code}')
    response.headers['X-Calls'] = len(calls)
    return response


@app.teardown_request
def done(error):
    calls.append(f'teardown {error!r}')


class Items(MethodView):
    def get(self, item):
        return f'get {item}'

    def delete(self, item):
        return '', 204


admin = Blueprint('admin', 'admin', url_prefix='/admin')
admin.add_url_rule('/items/<item>', view_func=Items.as_view('items'))


@admin.before_request
def admin_only():
    calls.append('admin')


app.register_blueprint(admin)
client = app.test_client()
user, note = {'X-User': 'Bo'}, (io.BytesIO(b'quick!'), 'note.txt')
for method, path, options in (
        ('get', '/', {}), ('head', '/', {}), ('get', '/goods/7', {}), ('get', '/goods/7/cup?seller=x&page=no', {}), ('get', '/goods/x', {}),
        ('get', '/files/a/b', {}), ('get', '/files/a/b/', {}), ('post', '/order', {'json': {'costs': [1, 2.5]}}),
        ('post', '/order', {'data': {'who': 'Ann', 'what': ['tea', 'cup'], 'note': note}}), ('post', '/order', {'data': {'what': 'x'}}),
        ('post', '/order', {'data': '{', 'content_type': 'application/json'}), ('get', '/answer', {}), ('get', '/stream', {}), ('get', '/go', {}),
        ('get', '/go', {'follow_redirects': True}), ('get', '/slow', {'headers': user}), ('get', '/', {'headers': {'X-User': 'thief'}}),
        ('get', '/fails/abort', {}), ('get', '/fails/value', {}), ('get', '/fails/key', {}), ('get', '/lost', {}), ('get', '/admin/items/4', {}),
        ('delete', '/admin/items/4', {})):
    response = getattr(client, method)(path, **options)
    print(method, path, response.status, response.data)
    print('   ', [f'{key}: {value}' for key, value in response.headers if key not in ('Allow', 'X-Calls')], calls[:], len(response.history))
    calls.clear()
app.testing = True
for kind in 'none', 'five':
    try:
        client.get(f'/fails/{kind}')
    except TypeError as error:
        print(error)
with app.test_request_context('/goods/3?seller=me', method='POST'):
    print(request.full_path, request.method, request.endpoint, url_for('admin.items', item='x y'), url_for('index', _external=True))
for wrong in lambda: url_for('index'), lambda: request.args, lambda: app.route('/late')(index):
    try:
        print(wrong())
    except (RuntimeError, AssertionError) as error:
        print(type(error).__name__, str(error).splitlines()[0])
