# recorded by hand: CPython with httpx 0.28.1
"""httpx names the place to which an answer leads that is not followed and is asked for its status."""
import httpx


def answer(request):
    if request.url.path == '/moved':
        return httpx.Response(302, headers={'Location': '/users'})
    return httpx.Response(304 if request.url.path == '/same' else 404)


with httpx.Client(transport=httpx.MockTransport(answer), base_url='https://api.test') as client:
    for path in '/moved', '/same', '/none':
        response = client.get(path)
        try:
            response.raise_for_status()
        except httpx.HTTPStatusError as error:
            print(error, response.has_redirect_location, response.next_request)
