"""A token of a context variable is kept in a list or under a name, not in a set or as a key."""
from contextvars import ContextVar

request = ContextVar('request')
token = request.set(1)
for keep in (lambda: {token}, lambda: {token: request}, lambda: hash(token)):
    try:
        keep()
    except TypeError as error:
        print(error)
print(hash(request) == hash(request), token == token, token in [token])
