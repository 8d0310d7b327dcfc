# A form may be one of several models, each of which reads it its own way; one that may be absent is None where none of its names are given.
from typing import Union, Optional, Annotated, List
from fastapi import FastAPI, Form
from fastapi.testclient import TestClient
from pydantic import BaseModel
app=FastAPI()
class M(BaseModel):
    k: int
    tags: List[str] = []
class N(BaseModel):
    n: str
    k: Optional[int] = None
@app.post('/d')
def d(m: Annotated[Union[M,N], Form()]): return [type(m).__name__, m]
@app.post('/g')
def g(m: Annotated[Union[M,N,None], Form()]=None): return [type(m).__name__, m]
@app.post('/h')
def h(m: Annotated[Optional[M], Form()]=None): return [type(m).__name__, m]
cl=TestClient(app)
for u in ('/d','/g','/h'):
    for dta in ({'k':'1'},{'n':'1'},{},{'k':'1','tags':['a','b']},{'k':'1','tags':'a'},{'n':'x','k':['1','2']},{'k':'x'},{'z':'1'},{'k':''}):
        r=cl.post(u,data=dta); print(u,dta,r.status_code,r.json())
