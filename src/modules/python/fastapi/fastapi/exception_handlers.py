"""What is answered where something was raised."""
from fastapi.encoders import jsonable_encoder
from fastapi.utils import is_body_allowed_for_status_code
from starlette.responses import JSONResponse, Response


async def http_exception_handler(request, exc):
    headers = getattr(exc, 'headers', None)
    if not is_body_allowed_for_status_code(exc.status_code):
        return Response(status_code=exc.status_code, headers=headers)
    return JSONResponse({'detail': exc.detail}, exc.status_code, headers)


async def request_validation_exception_handler(request, exc):
    return JSONResponse({'detail': jsonable_encoder(exc.errors())}, 422)


async def websocket_request_validation_exception_handler(websocket, exc):
    await websocket.close(code=1008, reason=jsonable_encoder(exc.errors()))
