"""FastAPI: applications whose handlers say in their signatures what they take."""
__version__ = '0.165.0'

from starlette import status

from fastapi.applications import FastAPI
from fastapi.background import BackgroundTasks
from fastapi.datastructures import UploadFile
from fastapi.exceptions import HTTPException, WebSocketException
from fastapi.param_functions import Body, Cookie, Depends, File, Form, Header, Path, Query, Security
from fastapi.requests import Request
from fastapi.responses import Response
from fastapi.routing import APIRouter
from fastapi.websockets import WebSocket, WebSocketDisconnect
