# recorded by hand: needs fastapi
# Dependencies that are called once, that leave something open, that refuse; those of routers, and others in their place.
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, HTTPException, Request, Security
from fastapi.responses import JSONResponse
from fastapi.security import APIKeyHeader, HTTPBasic, HTTPBasicCredentials, OAuth2PasswordBearer
from fastapi.security import OAuth2PasswordRequestForm, SecurityScopes
from fastapi.testclient import TestClient


def settings(debug: bool = False):
    print('settings')
    return {'debug': debug}


def opened(given=Depends(settings)):
    print('opened')
    yield 'file'
    print('closed')


async def session(file=Depends(opened), given=Depends(settings)):
    print('session begins')
    try:
        yield f'{file} with {given}'
    except HTTPException as e:
        print('session sees', e.detail)
        raise
    finally:
        print('session ends')


class Paging:
    def __init__(self, skip: int = 0, limit: int = 10):
        self.skip, self.limit = skip, limit


scheme = OAuth2PasswordBearer(tokenUrl='token', scopes={'read': 'may read'})


async def user(scopes: SecurityScopes, token: Annotated[str, Depends(scheme)]):
    if token != 'good':
        raise HTTPException(401, 'bad token', headers={'WWW-Authenticate': f'Bearer scope="{scopes.scope_str}"'})
    return {'token': token, 'scopes': scopes.scopes}


app = FastAPI()
router = APIRouter(prefix='/inner', dependencies=[Depends(settings)])


@app.get('/')
async def home(now: str = Depends(session), again: str = Depends(opened), paging: Paging = Depends()):
    print('handler')
    return [now, again, paging.skip, paging.limit]


@app.get('/wrong')
async def wrong(now: str = Depends(session)):
    raise HTTPException(404, {'what': 'nothing'})


@app.get('/me')
async def me(who: Annotated[dict, Security(user, scopes=['read'])]):
    return who


@app.post('/token')
async def token(form: OAuth2PasswordRequestForm = Depends()):
    return {'access_token': form.username, 'scopes': form.scopes}


@app.get('/basic')
async def basic(who: HTTPBasicCredentials = Depends(HTTPBasic(realm='here'))):
    return who


@app.get('/key')
async def key(given: str = Security(APIKeyHeader(name='x-key'))):
    return given


@app.get('/later')
async def later(tasks: BackgroundTasks):
    tasks.add_task(print, 'done later')
    return 'at once'


@router.get('/{rest:path}')
async def inner(rest: str, request: Request):
    return {'rest': rest, 'url': str(request.url_for('inner', rest='x'))}


app.include_router(router, prefix='/outer')


@app.exception_handler(ZeroDivisionError)
async def divided(request, exc):
    return JSONResponse({'error': str(exc)}, 418)


@app.get('/zero')
def zero():
    return 1 / 0


@app.middleware('http')
async def count(request, call_next):
    answer = await call_next(request)
    answer.headers['x-counted'] = request.method
    return answer


client = TestClient(app)


def show(url, method='GET', **given):
    answer = client.request(method, url, **given)
    print(url, answer.status_code, answer.headers.get('www-authenticate'), answer.headers['x-counted'], answer.text)


show('/?debug=1&limit=3')
show('/?debug=perhaps')
show('/wrong')
for token in 'Bearer good', 'Bearer bad', 'Basic good':
    show('/me', headers={'authorization': token})
show('/me')
show('/token', 'POST', data={'username': 'u', 'password': 'p', 'scope': 'read write'})
show('/token', 'POST', data={'username': 'u', 'grant_type': 'other'})
show('/basic')
show('/basic', auth=('name', 'word'))
show('/key')
show('/key', headers={'x-key': 'k'})
show('/later')
show('/outer/inner/a/b')
show('/zero')
app.dependency_overrides[settings] = lambda: 'others'
show('/')
