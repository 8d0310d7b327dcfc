# recorded by hand: CPython with FastAPI 0.165.0
"""A model of query parameters, headers or cookies may be optional as a whole; errors name headers as they are sent."""
import json
import warnings
from typing import Annotated

from fastapi import Cookie, FastAPI, Header, Query
from fastapi.responses import ORJSONResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

warnings.simplefilter('ignore')
app = FastAPI()


class Preferences(BaseModel):
    theme: str
    locale: str = 'en'


class Strict(BaseModel):
    model_config = {'extra': 'forbid'}
    trace_id: int
    x_tag: list[str] = []


class Range(BaseModel):
    begin: int = Field(alias='from')
    end: int = Field(alias='to')


@app.get('/cookies')
async def cookies(preferences: Annotated[Preferences | None, Cookie()] = None):
    return preferences


@app.get('/range')
async def ranges(limits: Annotated[Range | None, Query()] = None, limit: int = 10):
    return {'limit': limit, 'limits': limits}


@app.get('/strict')
async def strict(values: Annotated[Strict | None, Query()] = None):
    return values


@app.get('/headers')
async def headers(values: Annotated[Preferences, Header()]):
    return values


@app.get('/traced')
async def traced(values: Annotated[Strict | None, Header(convert_underscores=False)] = None):
    return 'none' if values is None else 'some'


@app.get('/fast', response_class=ORJSONResponse)
async def fast():
    return {'fast': True}


class Traced(BaseModel):
    trace_id: int
    user_agent: str


@app.get('/named')
async def named(values: Annotated[Traced, Header()]):
    return values


with TestClient(app) as client:
    for path in ('/cookies', '/range', '/range?from=1', '/range?from=1&to=2', '/range?to=x&from=1', '/range?other=1', '/strict', '/strict?a=1',
                 '/strict?trace_id=3', '/headers'):
        answer = client.get(path)
        print(path, answer.status_code, answer.text.replace(json.dumps(dict(answer.request.headers)), '…')[:300])
    print(client.get('/fast').json(), client.get('/openapi.json').json()['paths']['/fast']['get']['responses'])
    client.cookies.set('theme', 'dark')
    print(client.get('/cookies').json())
    for sent in {}, {'trace-id': 'x'}, {'trace-id': '5'}, {'trace_id': '5'}:
        answer = client.get('/named', headers=sent)
        print(sent, answer.status_code, [each['loc'] for each in answer.json()['detail']] if answer.status_code == 422 else answer.json())
    for path, operations in client.get('/openapi.json').json()['paths'].items():
        print(path, [(each['name'], each['required']) for each in operations['get'].get('parameters', ())])
