# recorded by hand: CPython with Starlette 1.10.0, FastAPI 0.165.0 and Jinja2 3.1.6
"""Jinja2Templates answers with templates, in Starlette and in FastAPI."""
import os
import tempfile
import threading
import time

import jinja2
import requests
import uvicorn
from fastapi import FastAPI, Request
from fastapi.templating import Jinja2Templates as FastAPITemplates
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.routing import Mount, Route
from starlette.templating import Jinja2Templates
from starlette.testclient import TestClient

folder = tempfile.mkdtemp()
for name, text in {'base.html': '<h1>{% block title %}{% endblock %}</h1>',
                   'user.html': '{% extends "base.html" %}{% block title %}{{ user.name }} at {{ request.url.path }}{% endblock %}',
                   'links.html': '{{ url_for("user", name="ann lee") }} {{ url_for("api:list").path }} {{ site }} {{ "<i>" }}',
                   'text.txt': '{{ "<i>" }}'}.items():
    with open(os.path.join(folder, name), 'w') as file:
        file.write(text)


def site(request):
    return {'site': f'site of {request.url.hostname}'}


templates = Jinja2Templates(directory=folder, context_processors=[site])


async def user(request):
    found = {'user': {'name': request.path_params['name']}}
    return templates.TemplateResponse(request, 'user.html', found, headers={'X-Kind': 'page'}, background=BackgroundTask(print, 'afterwards'))


def links(request):
    return templates.TemplateResponse(request, 'links.html', status_code=202)


async def text(request):
    return templates.TemplateResponse(request=request, name='text.txt', media_type='text/plain')


async def lost(request):
    return templates.TemplateResponse(request, 'lost.html')


async def listing(request):
    return templates.TemplateResponse(request, 'links.html')


app = Starlette(routes=[Route('/users/{name}', user, name='user'), Route('/links', links), Route('/text', text), Route('/lost', lost),
                        Mount('/api', routes=[Route('/list', listing, name='list')], name='api')])
client = TestClient(app)
for path in '/users/<bob>', '/links', '/text':
    response = client.get(path)
    print(response.status_code, response.text, response.headers['content-type'], response.template.name, sorted(response.context))
print(client.get('/users/x').headers.get('x-kind'))
try:
    client.get('/lost')
except jinja2.TemplateNotFound as error:
    print(type(error).__name__, error.name)
try:
    Jinja2Templates()
except AssertionError as error:
    print(error)

environment = jinja2.Environment(loader=jinja2.DictLoader({'item': '{{ item|upper }} costs {{ "%.2f"|format(cost) }}'}), autoescape=True)
pages, api = FastAPITemplates(env=environment), FastAPI()


@api.get('/items/{item}')
async def item(request: Request, item: str, cost: float = 1):
    return pages.TemplateResponse(request, 'item', {'item': item, 'cost': cost})


server = uvicorn.Server(uvicorn.Config(api, port=8100, log_level='error'))
thread = threading.Thread(target=server.run)
thread.start()
while not server.started:
    time.sleep(0.1)
response = requests.get('http://127.0.0.1:8100/items/<tea>', params={'cost': 2.5})
print(response.status_code, response.text, response.headers['content-type'])
server.should_exit = True
thread.join()
