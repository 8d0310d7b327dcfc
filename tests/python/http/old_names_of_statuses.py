# Four statuses have kept the names that they had before RFC 9110.
import http.client
from http import HTTPStatus

for old in ('REQUEST_ENTITY_TOO_LARGE', 'REQUEST_URI_TOO_LONG', 'REQUESTED_RANGE_NOT_SATISFIABLE', 'UNPROCESSABLE_ENTITY'):
    status = HTTPStatus[old]
    print(old, repr(status), status.phrase, getattr(http.client, old) is status)
print(len(HTTPStatus), len(HTTPStatus.__members__), len(http.client.responses))
print(HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.UNPROCESSABLE_ENTITY == 422, HTTPStatus(422).name)
