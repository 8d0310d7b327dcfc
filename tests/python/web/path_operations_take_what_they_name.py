# recorded by hand: needs fastapi
# Parameters of paths, queries, headers, cookies, bodies, forms and files, and what is said of those that do not fit.
from enum import Enum
from typing import Annotated

from fastapi import Body, Cookie, FastAPI, File, Form, Header, Path, Query, Response, UploadFile
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

app = FastAPI()


class Size(str, Enum):
    small = 'small'
    large = 'large'


class Item(BaseModel):
    name: str = Field(min_length=2)
    price: float = Field(gt=0)
    tags: list[str] = []


class Shown(BaseModel):
    name: str
    note: str | None = None


class Page(BaseModel):
    limit: int = Field(10, le=50)
    order: str = 'name'


@app.get('/things/{number}')
def things(number: Annotated[int, Path(ge=1)], size: Size = Size.small, q: str | None = Query(None, max_length=3),
           ids: Annotated[list[int], Query()] = [], loud: bool = False):
    return {'number': number, 'size': size, 'q': q, 'ids': ids, 'loud': loud}


@app.get('/heads')
async def heads(user_agent: Annotated[str | None, Header()] = None, x_tag: Annotated[list[str] | None, Header()] = None,
                taste: Annotated[str | None, Cookie()] = None):
    return [user_agent, x_tag, taste]


@app.post('/items', response_model=Shown, status_code=201)
async def items(item: Item, response: Response):
    response.headers['x-made'] = item.name
    response.set_cookie('last', item.name)
    return {'name': item.name, 'price': item.price}


@app.put('/both/{number}', response_model_exclude_none=True)
async def both(number: int, item: Item, weight: Annotated[int, Body(gt=3)]) -> Shown:
    return Shown(name=f'{item.name} {number} {weight}')


@app.post('/form')
async def form(name: Annotated[str, Form()], count: int = Form(1)):
    return [name, count]


@app.post('/files')
async def files(first: UploadFile, raw: Annotated[bytes | None, File()] = None, more: list[UploadFile] = []):
    return [first.filename, first.content_type, first.size, (await first.read()).decode(), raw and len(raw),
            [each.filename for each in more]]


@app.get('/pages')
async def pages(page: Annotated[Page, Query()]):
    return page


client = TestClient(app)


def show(method, url, **given):
    answer = client.request(method, url, **given)
    print(method, url, answer.status_code, answer.text)
    return answer


show('GET', '/things/3?size=large&q=ab&ids=1&ids=2&loud=yes')
show('GET', '/things/0?size=huge&q=abcd&ids=1&ids=x&loud=maybe')
show('GET', '/things/three')
show('GET', '/heads', headers=[('x-tag', 'a'), ('x-tag', 'b'), ('cookie', 'taste=sweet')])
print(show('POST', '/items', json={'name': 'pen', 'price': 1.5}).headers)
show('POST', '/items', json={'name': 'p', 'price': -1, 'tags': 'none'})
show('POST', '/items', json=['pen'])
show('POST', '/items')
show('POST', '/items', content='{"name": ', headers={'content-type': 'application/json'})
show('PUT', '/both/2', json={'item': {'name': 'pen', 'price': '2'}, 'weight': 4})
show('PUT', '/both/x', json={'item': {'price': 2}, 'weight': 1})
show('POST', '/form', data={'name': 'me', 'count': '2'})
show('POST', '/form', data={'name': '', 'count': 'two'})
show('POST', '/files', files=[('first', ('a.txt', b'abc', 'text/plain')), ('raw', b'12'), ('more', ('b', b'')), ('more', ('c', b''))])
show('POST', '/files')
show('GET', '/pages?limit=5&order=price')
show('GET', '/pages?limit=99')
show('DELETE', '/pages')
