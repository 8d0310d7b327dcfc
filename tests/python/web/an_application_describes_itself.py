# recorded by hand: needs fastapi
# The description of an application in OpenAPI: operations, parameters, bodies, answers, schemes and definitions.
import json
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, FastAPI, File, Form, Header, Path, Query, UploadFile
from fastapi.security import APIKeyHeader, OAuth2PasswordBearer, OAuth2PasswordRequestForm
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

app = FastAPI(title='Shop', version='2', description='Sells.', contact={'name': 'me', 'url': 'http://shop.example'},
              openapi_tags=[{'name': 'items'}])


class Part(BaseModel):
    weight: int = 1


class Item(BaseModel):
    """Something to buy."""
    name: str = Field(min_length=1, max_length=9, description='what it is', examples=['pen'])
    price: float = Field(gt=0, le=10)
    kind: Literal['new', 'used'] = 'new'
    part: Part | None = None
    notes: dict[str, list[int]] = {}


@app.get('/items/{number}', tags=['items'], summary='One item')
def one(number: Annotated[int, Path(ge=1, title='Number')], q: str | None = None, page: Annotated[int, Query(le=9)] = 1,
        x_mark: Annotated[str | None, Header()] = None) -> Item:
    """Finds it.

    Or not.
    """


@app.post('/items', status_code=201, response_model=list[Item], responses={404: {'description': 'gone'},
                                                                         409: {'model': Part}})
async def add(item: Item, key: str = Depends(APIKeyHeader(name='x-key'))):
    pass


@app.put('/both/{name}', deprecated=True)
def both(name: str, item: Item, part: Part, count: Annotated[int, Body(gt=3)]):
    pass


@app.post('/send')
def send(file: UploadFile, raw: Annotated[bytes, File()], more: list[UploadFile] = [], note: str = Form('none')):
    pass


@app.post('/token')
def token(form: OAuth2PasswordRequestForm = Depends(), who: str = Depends(OAuth2PasswordBearer(tokenUrl='token'))):
    pass


router = APIRouter(prefix='/more', tags=['more'])


@router.delete('/{name:path}', status_code=204)
def drop(name: str):
    pass


app.include_router(router)
found = TestClient(app).get('/openapi.json').json()
for path, operations in found.pop('paths').items():
    for method, operation in operations.items():
        print(method, path, json.dumps(operation))
for name, schema in found['components'].pop('schemas').items():
    print(name, json.dumps(schema))
print(json.dumps(found))
