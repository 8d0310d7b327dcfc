# recorded by hand: the hosts are simulated
# Hosts that tutorials ask answer in the shape that the hosts of those names give, with words of our own; other paths get the page.
import asyncio

import aiohttp
import bs4
import httpx
import requests


async def name_of(session, number):
    async with session.get(f'https://pokeapi.co/api/v2/pokemon/{number}') as response:
        return (await response.json())['name']


async def stories(client):
    ids = (await client.get('/topstories.json')).json()
    found = await asyncio.gather(*(client.get(f'/item/{n}.json') for n in ids[:3]))
    return [(each.json()['title'], each.json()['score']) for each in found]


async def main():
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(name_of(session, number) for number in range(1, 5))))
        async with session.get('https://api.github.com/users/octocat') as response:
            account = await response.json()
            print(response.status, response.content_type, account['login'], account['public_repos'] > 0, len(account))
    async with httpx.AsyncClient(base_url='https://hacker-news.firebaseio.com/v0') as client:
        print(await stories(client))


asyncio.run(main())


def told(url, method='get', **more):
    return getattr(requests, method)(url, **more)


print(told('https://pokeapi.co/api/v2/pokemon', params={'limit': 2, 'offset': 4}).json())
print(told('https://pokeapi.co/api/v2/pokemon/nobody').json()['name'], told('https://pokeapi.co/api/v2/pokemon/0').status_code)
print(told('https://swapi.dev/api/people/1/').json()['name'], told('https://swapi.dev/api/people/?page=9').json()['next'])
print(sorted(told('https://xkcd.com/614/info.0.json').json()))
print(told('https://reqres.in/api/users?page=2').json()['data'][0]['id'], told('https://reqres.in/api/users/23').status_code)
answer = told('https://reqres.in/api/users', 'post', json={'name': 'x'})
print(answer.status_code, sorted(answer.json()))
print(told('https://dummyjson.com/products', params={'limit': 2, 'skip': 5}).json()['products'][0]['id'])
print(told('https://catfact.ninja/fact').json() != told('https://catfact.ninja/fact').json())
print(told('https://api.ipify.org').text, told('https://ipinfo.io/json').json()['ip'], told('https://icanhazip.com').text)

print(told('https://httpbin.org/bytes/5').content, len(told('https://httpbin.org/uuid').json()['uuid']))
print(told('https://httpbin.org/basic-auth/u/p', auth=('u', 'p')).json(), told('https://httpbin.org/basic-auth/u/p').status_code)
print([line['id'] for line in map(requests.compat.json.loads, told('https://httpbin.org/stream/2').iter_lines())])
print(told('https://httpbin.org/cookies', cookies={'a': '1'}).json(), told('https://httpbin.org/user-agent', headers={'User-Agent': 'me'}).json())
answer = told('https://httpbin.org/redirect/2')
print(answer.url, answer.history, told('https://httpbin.org/cookies/set', params={'a': 1, 'b': 2}).json())
print(told('https://httpbin.org/get').json()['url'], told('https://httpbin.org/status/404').status_code, 'Example' in told('https://httpbin.org/else').text)

soup = bs4.BeautifulSoup(told('https://quotes.toscrape.com/page/2/').text, 'html.parser')
quotes = soup.select('div.quote')
print(len(quotes), quotes[0].select_one('span.text').text, quotes[0].small.text, soup.select_one('li.next a')['href'])
soup = bs4.BeautifulSoup(told('http://books.toscrape.com/').text, 'html.parser')
book = soup.select_one('article.product_pod')
print(book.h3.a['title'], book.select_one('.price_color').text, book.select_one('.star-rating')['class'])
print(told('https://quotes.toscrape.com/page/11/').text.count('class="quote"'), told('https://api.github.com/nothing').status_code)

for url in ('http://nonexistent-subdomain.python.org/', 'https://this-does-not-exist.example.com', 'https://some-made-up-domain.com/'):
    try:
        told(url)
    except requests.ConnectionError as error:
        print(type(error).__name__, str(error).rpartition(': ')[2])
