# recorded by hand: CPython with Flask 3.1.3, Werkzeug 3.1.9 and ItsDangerous 2.2.0
"""Signed sessions, flashed messages, templates of an application and its blueprints, signals, settings."""
import datetime
import os
import tempfile

from flask import (Blueprint, Flask, flash, g, get_flashed_messages, redirect, render_template, render_template_string, request, session,
                   template_rendered, url_for)
from itsdangerous import BadSignature, SignatureExpired, URLSafeSerializer, URLSafeTimedSerializer
from werkzeug.security import check_password_hash, generate_password_hash

folder = tempfile.mkdtemp()
for path, text in {
        'templates/base.html': '<title>{% block title %}Notes{% endblock %}</title>{% for kind, text in get_flashed_messages(true) %}[{{ kind }}: '
                               '{{ text }}]'
                               '{% endfor %}\n{% block body %}{% endblock %}',
        'templates/notes.html': '''{% extends 'base.html' %}
{% block title %}{{ super() }} of {{ session.user|default('nobody') }}{% endblock %}
{% block body %}{% for note in notes %}<li>{{ note|shout }}</li>{% else %}<p>none</p>{% endfor %}
<a href="{{ url_for('notes', page=2) }}">{{ request.path }} {{ g.theme }} {{ version }} {{ config.LIMIT }}</a>{% endblock %}''',
        'parts/templates/part.html': 'part for {{ request.blueprint }} {{ "<b>"|safe }}{{ "<i>" }}',
        'static/site.css': 'body { color: teal }', 'settings.cfg': 'LIMIT = 40 + 2\nquiet = 1\n'}.items():
    os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
    with open(os.path.join(folder, path), 'w') as file:
        file.write(text)

app = Flask('notes', root_path=folder)
app.config.update(SECRET_KEY='not so secret', SESSION_COOKIE_NAME='notes_session')
print(app.config.from_pyfile('settings.cfg'), app.config['LIMIT'], 'quiet' in app.config, app.config.from_pyfile('none.cfg', silent=True))
parts = Blueprint('parts', 'parts', url_prefix='/parts', template_folder='templates', root_path=os.path.join(folder, 'parts'))
passwords = {'ann': generate_password_hash('tea', 'pbkdf2:sha256:50')}


@app.template_filter('shout')
def shout(text):
    return text.upper() + '!'


@app.context_processor
def more():
    return {'version': 3}


@app.before_request
def theme():
    g.theme = session.get('theme', 'light')


@app.post('/login')
def login():
    name = request.form['name']
    if not check_password_hash(passwords.get(name, ''), request.form['password']):
        flash('no such user', 'error')
        return redirect(url_for('notes'))
    session.permanent = True
    session.update(user=name, theme='dark', since=datetime.datetime(2024, 5, 6, 7, 8, 9), path=('a', b'raw'))
    flash('hello')
    return redirect(url_for('notes'))


@app.get('/notes')
def notes():
    return render_template('notes.html', notes=request.args.getlist('note'))


@app.get('/logout')
def logout():
    session.clear()
    return render_template_string('bye {{ name }}', name='<you>')


@parts.get('/')
def part():
    return render_template('part.html')


app.register_blueprint(parts)
rendered = []
template_rendered.connect(lambda sender, template, context, **extra: rendered.append((template.name, sorted(context))), app, weak=False)
client = app.test_client()
print(client.get('/notes').text)
print(client.post('/login', data={'name': 'ann', 'password': 'milk'}, follow_redirects=True).text)
response = client.post('/login', data={'name': 'ann', 'password': 'tea'})
print(response.status, response.location, [value.partition('=')[0] for value in response.headers.getlist('Set-Cookie')], response.vary)
print(client.get('/notes?note=buy+tea&note=<sleep>').text)
with client:
    client.get('/notes')
    print(dict(session), session.permanent, session.modified, g.theme, get_flashed_messages())
with client.session_transaction() as kept:
    kept['theme'] = 'blue'
print('blue' in client.get('/notes').text, client.get('/logout').text, client.get_cookie('notes_session'))
print(client.get('/parts/').text, client.get('/static/site.css').data, client.get('/static/none.css').status_code)
print(rendered[-1], [name for name, _ in rendered])
response = client.get('/static/site.css', headers={'Range': 'bytes=7-11'})
print(response.status, response.data, response.headers['Content-Range'], response.mimetype)
with app.test_request_context():
    for source in '{{ lost.thing }}', '{% if %}', '{% include "away.html" %}':
        try:
            render_template_string(source)
        except Exception as error:
            print(type(error).__name__, error)

signer, timed = URLSafeSerializer('key', salt='mail'), URLSafeTimedSerializer('key')
token = signer.dumps({'to': 'ann', 'n': [1, 2]})
print(token, signer.loads(token), signer.loads_unsafe(token[:-1]))
for what in lambda: signer.loads(token + 'x'), lambda: timed.loads(timed.dumps(1), max_age=-1), lambda: timed.loads('nothing'):
    try:
        print(what())
    except (SignatureExpired, BadSignature) as error:
        print(type(error).__name__, error)
