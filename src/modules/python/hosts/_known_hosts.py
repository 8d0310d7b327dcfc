"""Hosts outside that many programs ask: each answers with records in the shape that the host of that name gives, in
words of our own. A function for each takes what was asked and gives what becomes JSON, a `Reply`, or None: the page."""
from urllib.parse import urlencode as _urlencode

_WORDS = 'alder birch cedar dune ember fjord grove heath islet jetty knoll larch meadow north orchard pine'.split()
_DAY = '2026-01-01T00:00:00Z'
_asked_before = 0


class Asked:
    """A request: its path in steps, its query, its headers and what it sends."""
    __slots__ = ('method', 'url', 'origin', 'steps', 'query', 'headers', 'given', 'agent')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def number(self, name, default):
        """What the query says under a name; nobody gets more than so much of anything."""
        value = self.query.get(name, '')
        return min(int(value[:12]), 102400) if value.isdecimal() else default


class Reply:
    """An answer that is not JSON, or not all right."""
    __slots__ = ('status', 'body', 'kind', 'headers')

    def __init__(self, body, kind='text/plain; charset=utf-8', status=200, headers=()):
        self.status, self.body, self.kind, self.headers = status, body, kind, headers


def missing(body='Not Found', kind='text/plain; charset=utf-8'):
    return Reply(body, kind, 404)


def words(seed, count):
    return ' '.join(_WORDS[(seed * 7 + n * (seed % 5 + 3)) % len(_WORDS)] for n in range(count))


def name_of(n):
    """A word for each number: two of our words, and which time they come."""
    turn, place = divmod(n - 1, len(_WORDS) ** 2)
    return _WORDS[place % 16] + _WORDS[(place // 16 + place * 3 + 5) % 16] + (f'-{turn + 1}' if turn else '')


def number_of(text, size=100):
    """A number for each text, the same in every run."""
    return sum((place + 1) * ord(letter) for place, letter in enumerate(text)) % size + 1


def person(n):
    first, last = words(n, 2).title().split()
    return first, last


def picked(text, size):
    """The number that a step of the path means: itself, or that of the name."""
    if text.isdecimal():
        return int(text)
    return next((n for n in range(1, min(size, 256) + 1) if name_of(n) == text), number_of(text, size))


# --- records to practise on ---

_SIZES = {'posts': 100, 'comments': 500, 'albums': 100, 'photos': 5000, 'todos': 200, 'users': 10}


def _record(kind, n):
    """A record of that kind, with the fields that the host of that name gives."""
    if kind == 'users':
        name = words(n, 2).title()
        first = name.split()[0]
        return {'id': n, 'name': name, 'username': first, 'email': f'{first.lower()}{n}@example.com',
                'address': {'street': words(n + 3, 2).title(), 'suite': f'Suite {n}', 'city': words(n + 5, 1).title(),
                            'zipcode': f'{10000 + n * 731}', 'geo': {'lat': f'{n}.0000', 'lng': f'-{n}.0000'}},
                'phone': f'1-555-01{n:02}', 'website': 'example.org',
                'company': {'name': words(n + 7, 1).title() + ' Ltd', 'catchPhrase': words(n + 9, 3),
                            'bs': words(n + 11, 3)}}
    if kind == 'comments':
        return {'postId': (n + 4) // 5, 'id': n, 'name': words(n, 4), 'email': f'reader{n}@example.com',
                'body': words(n + 1, 12)}
    if kind == 'photos':
        return {'albumId': (n + 49) // 50, 'id': n, 'title': words(n, 4),
                'url': f'https://via.placeholder.com/600/{n:06x}',
                'thumbnailUrl': f'https://via.placeholder.com/150/{n:06x}'}
    record = {'userId': (n - 1) // (20 if kind == 'todos' else 10) + 1, 'id': n, 'title': words(n, 4)}
    if kind == 'todos':
        record['completed'] = n % 4 == 0
    elif kind == 'posts':
        record['body'] = words(n + 1, 16)
    return record


def _part(asked):
    """Which of the records are wanted: a page, or from one to before another; None: all."""
    start, limit = asked.number('_start', 0), asked.number('_limit', 0)
    if asked.query.get('_page'):
        page, limit = asked.number('_page', 1) or 1, limit or 10
        return slice((page - 1) * limit, page * limit)
    if asked.query.get('_end'):
        return slice(start, asked.number('_end', 0))
    return slice(start, start + limit) if asked.query.get('_limit') else None


def jsonplaceholder(asked):
    import json
    steps, method = asked.steps, asked.method
    if not steps:
        return None
    size, status, body, headers = _SIZES.get(steps[0], 0), 200, None, ()
    number = int(steps[1]) if steps[1:] and steps[1].isdecimal() else None
    given, wanted = asked.given, dict(asked.query)
    if steps[2:] and steps[2] in _SIZES and number:
        wanted, steps, number = {steps[0][:-1] + 'Id': str(number), **wanted}, steps[2:], None
        size = _SIZES[steps[0]]
    if size and number is None and len(steps) == 1:
        if method == 'POST':
            status, body = 201, {**given, 'id': size + 1} if isinstance(given, dict) else {'id': size + 1}
        else:
            body = [_record(steps[0], n) for n in range(1, size + 1)]
            body = [each for each in body if all(str(each.get(k, v)) == v for k, v in wanted.items()
                                                 if k[:1] != '_')]
            if part := _part(asked):
                headers, body = [('X-Total-Count', str(len(body)))], body[part]
    elif number is not None and 0 < number <= size:
        body = _record(steps[0], number)
        if method in ('PUT', 'PATCH') and isinstance(given, dict):
            body = {**(body if method == 'PATCH' else {}), **given, 'id': number}
        elif method == 'DELETE':
            body = {}
    if body is None:
        status, body = 404, {}
    return Reply(json.dumps(body, indent=2), 'application/json; charset=utf-8', status, headers)


def reqres(asked):
    kind = asked.steps[1] if asked.steps[:1] == ['api'] and asked.steps[1:] else None
    given = asked.given if isinstance(asked.given, dict) else {}
    if kind is None:
        return None
    if kind in ('login', 'register') and asked.method == 'POST':
        if 'password' not in given:
            return Reply('{"error":"Missing password"}', 'application/json; charset=utf-8', 400)
        return {'id': 4, 'token': 'larchPine17'} if kind == 'register' else {'token': 'larchPine17'}
    if asked.method == 'POST':
        import json
        return Reply(json.dumps({**given, 'id': str(number_of(str(given), 999)), 'createdAt': _DAY}), 'application/json; charset=utf-8', 201)
    if asked.method in ('PUT', 'PATCH'):
        return {**given, 'updatedAt': _DAY}
    if asked.method == 'DELETE':
        return Reply('', status=204)

    def user(n):
        first, last = person(n)
        if kind == 'users':
            return {'id': n, 'email': f'{first.lower()}.{last.lower()}@example.com', 'first_name': first, 'last_name': last,
                    'avatar': f'https://reqres.in/img/faces/{n}-image.jpg'}
        return {'id': n, 'name': words(n, 2), 'year': 1999 + n, 'color': f'#{n * 1234567 % 0xffffff:06X}', 'pantone_value': f'{n + 14}-2031'}
    support = {'url': 'https://reqres.in/#support-heading', 'text': words(1, 6)}
    if asked.steps[2:]:
        n = int(asked.steps[2]) if asked.steps[2].isdecimal() else 0
        return {'data': user(n), 'support': support} if 0 < n <= 12 else missing('{}', 'application/json; charset=utf-8')
    size, page = asked.number('per_page', 6) or 6, asked.number('page', 1) or 1
    found = [user(n) for n in range((page - 1) * size + 1, min(page * size, 12) + 1)]
    return {'page': page, 'per_page': size, 'total': 12, 'total_pages': -(-12 // size), 'data': found, 'support': support}


_SHOP = {'products': 194, 'users': 208, 'posts': 251, 'todos': 254, 'quotes': 1454, 'comments': 340, 'recipes': 50, 'carts': 50}


def _goods(kind, n):
    first, last = person(n)
    if kind == 'products':
        return {'id': n, 'title': words(n, 2).title(), 'description': words(n + 1, 10), 'category': words(n % 7 + 1, 1), 'price': n % 90 + 9.99,
                'discountPercentage': n % 20 + 0.5, 'rating': round(2.5 + n % 25 / 10, 2), 'stock': n * 7 % 100, 'tags': words(n + 2, 2).split(),
                'brand': words(n + 3, 1).title(), 'thumbnail': f'https://cdn.dummyjson.com/{n}/thumbnail.webp',
                'images': [f'https://cdn.dummyjson.com/{n}/1.webp']}
    if kind == 'users':
        return {'id': n, 'firstName': first, 'lastName': last, 'age': 20 + n % 50, 'gender': ('female', 'male')[n % 2],
                'email': f'{first.lower()}.{last.lower()}@example.com', 'phone': f'+1 555-01{n % 100:02}', 'username': first.lower() + str(n)}
    if kind == 'posts':
        return {'id': n, 'title': words(n, 4), 'body': words(n + 1, 16), 'tags': words(n + 2, 2).split(),
                'reactions': {'likes': n * 13 % 500, 'dislikes': n % 40}, 'views': n * 37 % 5000, 'userId': n % 100 + 1}
    if kind == 'todos':
        return {'id': n, 'todo': words(n, 5), 'completed': n % 2 == 0, 'userId': n % 100 + 1}
    if kind == 'quotes':
        return {'id': n, 'quote': words(n, 8).capitalize() + '.', 'author': f'{first} {last}'}
    return {'id': n, 'name': words(n, 3).title(), 'userId': n % 100 + 1}


def dummyjson(asked):
    kind, *rest = asked.steps or ['']
    if kind not in _SHOP:
        return {'status': 'ok', 'method': asked.method} if kind == 'test' else None
    size = _SHOP[kind]
    if rest and asked.method == 'POST':
        return {'id': size + 1, **(asked.given if isinstance(asked.given, dict) else {})}
    if rest and (rest[0].isdecimal() or rest[0] == 'random'):
        n = 7 if rest[0] == 'random' else int(rest[0])
        if not 0 < n <= size:
            return missing(f'{{"message":"{kind[:-1].capitalize()} with id \'{n}\' not found"}}', 'application/json; charset=utf-8')
        return _goods(kind, n)
    limit, skip = asked.number('limit', 30) or size, asked.number('skip', 0)
    found = [_goods(kind, n) for n in range(skip + 1, min(skip + limit, size) + 1)]
    return {kind: found, 'total': size, 'skip': skip, 'limit': len(found)}


def fakestore(asked):
    kind, *rest = asked.steps or ['']
    size = {'products': 20, 'users': 10, 'carts': 7}.get(kind)
    if size is None:
        return None

    def one(n):
        if kind == 'products':
            return {'id': n, 'title': words(n, 3).title(), 'price': n * 7 + 0.95, 'description': words(n + 1, 10), 'category': words(n % 4 + 1, 1),
                    'image': f'https://fakestoreapi.com/img/{n}.jpg', 'rating': {'rate': round(2 + n % 30 / 10, 1), 'count': n * 31 % 400}}
        if kind == 'users':
            first, last = person(n)
            return {'id': n, 'email': f'{first.lower()}@example.com', 'username': first.lower() + str(n), 'name': {'firstname': first, 'lastname': last},
                    'phone': f'1-555-01{n:02}'}
        return {'id': n, 'userId': n % 5 + 1, 'date': _DAY, 'products': [{'productId': n, 'quantity': n % 3 + 1}]}
    if rest[:1] == ['categories']:
        return [words(n, 1) for n in range(1, 5)]
    if rest and rest[0].isdecimal():
        return one(int(rest[0])) if 0 < int(rest[0]) <= size else Reply('null', 'application/json; charset=utf-8')
    return [one(n) for n in range(1, asked.number('limit', size) + 1)]


# --- beings and worlds ---

def pokeapi(asked):
    base = 'https://pokeapi.co/api/v2/'
    if asked.steps[:2] != ['api', 'v2']:
        return None
    kind, *rest = asked.steps[2:] or ['']
    if not kind:
        return {each: f'{base}{each}/' for each in ('ability', 'berry', 'generation', 'item', 'location', 'move', 'pokemon', 'pokemon-species', 'type')}
    size = 1302 if kind == 'pokemon' else 1025 if kind == 'pokemon-species' else 300

    def link(kind, n):
        return {'name': name_of(n), 'url': f'{base}{kind}/{n}/'}

    if not rest:
        limit, offset = asked.number('limit', 20), asked.number('offset', 0)
        end = min(offset + limit, size)

        def page(start):
            return f'{base}{kind}?' + _urlencode({'offset': max(start, 0), 'limit': limit})
        return {'count': size, 'next': page(end) if end < size else None, 'previous': page(offset - limit) if offset else None,
                'results': [link(kind, n) for n in range(offset + 1, end + 1)]}
    n = picked(rest[0], size)
    if not 0 < n <= size:
        return missing()
    known = {'id': n, 'name': name_of(n) if rest[0].isdecimal() else rest[0]}
    if kind != 'pokemon':
        return {**known, 'names': [{'language': link('language', 9), 'name': known['name'].title()}], 'generation': link('generation', n % 9 + 1),
                'color': link('pokemon-color', n % 10 + 1), 'habitat': link('pokemon-habitat', n % 9 + 1), 'capture_rate': n * 5 % 255,
                'flavor_text_entries': [{'flavor_text': words(n, 9), 'language': {'name': 'en', 'url': base + 'language/9/'}}],
                'pokemon': [{'pokemon': link('pokemon', n + each), 'slot': 1} for each in range(3)], 'power': n % 100, 'accuracy': 100, 'pp': 20}
    sprites = 'https://raw.githubusercontent.com/PokeAPI/sprites/master/sprites/pokemon/'
    stats = ('hp', 'attack', 'defense', 'special-attack', 'special-defense', 'speed')
    return {'abilities': [{'ability': link('ability', n % 200 + each), 'is_hidden': each > 1, 'slot': each} for each in (1, 2)],
            'base_experience': 60 + n % 200, 'forms': [link('pokemon-form', n)], 'game_indices': [], 'height': n % 20 + 3, 'held_items': [], **known,
            'is_default': True, 'location_area_encounters': f'{base}pokemon/{n}/encounters',
            'moves': [{'move': link('move', n % 100 + each), 'version_group_details': []} for each in range(1, 5)], 'order': n,
            'species': link('pokemon-species', n), 'sprites': {'back_default': f'{sprites}back/{n}.png', 'front_default': f'{sprites}{n}.png',
                                                               'front_shiny': f'{sprites}shiny/{n}.png',
                                                               'other': {'official-artwork': {'front_default': f'{sprites}other/official-artwork/{n}.png'}}},
            'stats': [{'base_stat': 30 + (n * 7 + place * 11) % 90, 'effort': 0, 'stat': {'name': each, 'url': f'{base}stat/{place + 1}/'}}
                      for place, each in enumerate(stats)],
            'types': [{'slot': 1, 'type': link('type', n % 18 + 1)}], 'weight': n * 13 % 900 + 20}


_WORLDS = {'people': 82, 'planets': 60, 'films': 6, 'species': 37, 'vehicles': 39, 'starships': 36}


def swapi(asked):
    base = asked.origin + '/api/'
    if asked.steps[:1] != ['api']:
        return None
    kind, *rest = asked.steps[1:] or ['']
    if not kind:
        return {each: f'{base}{each}/' for each in _WORLDS}
    size = _WORLDS.get(kind, 0)

    def one(n):
        name = words(n, 2).title()
        links = {each: [f'{base}{each}/{(n + place) % _WORLDS[each] + 1}/' for place in range(2)] for each in ('films', 'species', 'vehicles', 'starships')}
        end = {'created': _DAY, 'edited': _DAY, 'url': f'{base}{kind}/{n}/'}
        if kind == 'people':
            return {'name': name, 'height': str(150 + n % 60), 'mass': str(50 + n % 70), 'hair_color': words(n, 1), 'skin_color': words(n + 1, 1),
                    'eye_color': words(n + 2, 1), 'birth_year': f'{n}BBY', 'gender': ('female', 'male')[n % 2],
                    'homeworld': f'{base}planets/{n % 60 + 1}/', **links, **end}
        if kind == 'planets':
            return {'name': name, 'rotation_period': str(20 + n % 10), 'orbital_period': str(300 + n), 'diameter': str(10000 + n * 17),
                    'climate': words(n, 1), 'gravity': '1 standard', 'terrain': words(n + 1, 1), 'surface_water': str(n), 'population': str(n * 100000),
                    'residents': [f'{base}people/{n}/'], 'films': links['films'], **end}
        if kind == 'films':
            return {'title': name, 'episode_id': n, 'opening_crawl': words(n, 16), 'director': ' '.join(person(n)), 'producer': ' '.join(person(n + 1)),
                    'release_date': f'{1976 + n}-05-25', 'characters': [f'{base}people/{each}/' for each in range(1, 4)],
                    'planets': [f'{base}planets/{n}/'], 'starships': links['starships'], 'vehicles': links['vehicles'], 'species': links['species'], **end}
        return {'name': name, 'model': words(n + 1, 2), 'manufacturer': words(n + 2, 2).title(), 'cost_in_credits': str(n * 1000), 'length': str(n),
                'crew': str(n % 9 + 1), 'passengers': str(n % 30), 'classification': words(n, 1), 'language': words(n + 3, 1),
                'films': links['films'], 'pilots': [], **end}
    if rest:
        n = int(rest[0]) if rest[0].isdecimal() else 0
        return one(n) if 0 < n <= size else missing('{"detail":"Not found"}', 'application/json')
    if not size:
        return missing('{"detail":"Not found"}', 'application/json')
    page = asked.number('page', 1)
    found = [one(n) for n in range((page - 1) * 10 + 1, min(page * 10, size) + 1)]
    if 'search' in asked.query:
        found = [each for each in map(one, range(1, size + 1)) if asked.query['search'].lower() in each.get('name', each.get('title')).lower()][:10]
    return {'count': size, 'next': f'{base}{kind}/?page={page + 1}' if page * 10 < size else None,
            'previous': f'{base}{kind}/?page={page - 1}' if page > 1 else None, 'results': found}


def rickandmorty(asked):
    base = 'https://rickandmortyapi.com/api/'
    if asked.steps[:1] != ['api'] or not asked.steps[1:]:
        return {each + 's': base + each for each in ('character', 'location', 'episode')} if asked.steps == ['api'] else None
    kind, *rest = asked.steps[1:]
    size = {'character': 826, 'location': 126, 'episode': 51}.get(kind, 0)

    def place(n):
        return {'name': words(n, 2).title(), 'url': f'{base}location/{n % 126 + 1}'}

    def one(n):
        known = {'id': n, 'name': words(n, 2).title()}
        if kind == 'character':
            known.update(status=('Alive', 'Dead', 'unknown')[n % 3], species=words(n + 1, 1).title(), type='', gender=('Female', 'Male')[n % 2],
                         origin=place(n), location=place(n + 1), image=f'{base}character/avatar/{n}.jpeg', episode=[f'{base}episode/{n % 51 + 1}'])
        elif kind == 'episode':
            known.update(air_date='December 2, 2013', episode=f'S{n // 11 + 1:02}E{n % 11 + 1:02}', characters=[f'{base}character/{n}'])
        else:
            known.update(type=words(n + 1, 1).title(), dimension=words(n + 2, 2).title(), residents=[f'{base}character/{n}'])
        return {**known, 'url': f'{base}{kind}/{n}', 'created': _DAY}
    if rest:
        found = [one(int(each)) for each in rest[0].split(',') if each.isdecimal() and 0 < int(each) <= size]
        if ',' in rest[0]:
            return found
        return found[0] if found else missing(f'{{"error":"{kind.title()} not found"}}', 'application/json; charset=utf-8')
    page = asked.number('page', 1)
    return {'info': {'count': size, 'pages': -(-size // 20), 'next': f'{base}{kind}?page={page + 1}' if page * 20 < size else None,
                     'prev': f'{base}{kind}?page={page - 1}' if page > 1 else None},
            'results': [one(n) for n in range((page - 1) * 20 + 1, min(page * 20, size) + 1)]}


# --- code and news ---

def _account(login, kind='User'):
    n, base = number_of(login, 9999), f'https://api.github.com/users/{login}'
    return {'login': login, 'id': n, 'node_id': f'MDQ6VXNlcj{n}', 'avatar_url': f'https://avatars.githubusercontent.com/u/{n}?v=4', 'gravatar_id': '',
            'url': base, 'html_url': f'https://github.com/{login}', 'followers_url': base + '/followers', 'repos_url': base + '/repos', 'type': kind,
            'site_admin': False, 'name': words(n, 2).title(), 'company': None, 'blog': 'https://example.org', 'location': words(n + 1, 1).title(),
            'email': None, 'bio': words(n + 2, 6), 'description': words(n + 3, 5), 'public_repos': n % 90 + 5, 'public_gists': n % 9,
            'followers': n * 7 % 5000, 'following': n % 60, 'created_at': '2011-01-25T18:44:36Z', 'updated_at': _DAY}


def _short(account):
    return {name: account[name] for name in ('login', 'id', 'node_id', 'avatar_url', 'url', 'html_url', 'repos_url', 'type', 'site_admin')}


def _repository(owner, name):
    n, full = number_of(owner + name, 99999), f'{owner}/{name}'
    base, stars = f'https://api.github.com/repos/{full}', n * 3
    return {'id': n, 'node_id': f'R_{n}', 'name': name, 'full_name': full, 'private': False, 'owner': _short(_account(owner)),
            'html_url': f'https://github.com/{full}', 'description': words(n, 6), 'fork': False, 'url': base, 'commits_url': base + '/commits{/sha}',
            'created_at': '2015-03-01T10:00:00Z', 'updated_at': _DAY, 'pushed_at': _DAY, 'git_url': f'git://github.com/{full}.git',
            'clone_url': f'https://github.com/{full}.git', 'homepage': None, 'size': n * 5, 'stargazers_count': stars, 'watchers_count': stars,
            'language': 'Python', 'has_issues': True, 'forks_count': n % 700, 'archived': False, 'open_issues_count': n % 300,
            'license': {'key': 'mit', 'name': 'MIT License'}, 'topics': words(n, 3).split(), 'visibility': 'public', 'forks': n % 700,
            'open_issues': n % 300, 'watchers': stars, 'default_branch': 'main', 'subscribers_count': n % 90}


def _of_repository(owner, name, kind, count):
    n = number_of(owner + name, 999)
    if kind == 'languages':
        return {'Python': n * 1000, 'C': n * 10}
    if kind in ('contributors', 'stargazers', 'subscribers'):
        return [{**_short(_account(name_of(n + each))), 'contributions': 900 // each} for each in range(1, count + 1)]
    if kind == 'commits':
        def commit(each):
            by = {'name': ' '.join(person(n + each)), 'email': f'{name_of(n + each)}@example.com', 'date': _DAY}
            return {'sha': f'{(n * 7919 + each) ** 7 % 16 ** 40:040x}', 'commit': {'author': by, 'committer': by, 'message': words(n + each, 5)},
                    'author': _short(_account(name_of(n + each))), 'html_url': f'https://github.com/{owner}/{name}/commit/{each}'}
        return list(map(commit, range(1, count + 1)))
    if kind in ('tags', 'branches', 'releases'):
        return [{'name': f'v{9 - each}.0' if kind != 'branches' else ('main', *_WORDS)[each], 'tag_name': f'v{9 - each}.0', 'id': n + each,
                 'published_at': _DAY, 'body': words(n + each, 8)} for each in range(min(count, 9))]
    return [{'id': n * 100 + each, 'number': 500 - each, 'title': words(n + each, 5), 'state': 'open', 'body': words(n + each, 12), 'comments': each % 5,
             'user': _short(_account(name_of(n + each))), 'labels': [], 'created_at': _DAY, 'updated_at': _DAY,
             'html_url': f'https://github.com/{owner}/{name}/{kind}/{500 - each}'} for each in range(count)]


def github(asked):
    steps, base = asked.steps, 'https://api.github.com/'
    count = min(asked.number('per_page', 30), 100)
    if not steps:
        return {'current_user_url': base + 'user', 'emojis_url': base + 'emojis', 'events_url': base + 'events', 'feeds_url': base + 'feeds',
                'organization_url': base + 'orgs/{org}', 'rate_limit_url': base + 'rate_limit', 'repository_url': base + 'repos/{owner}/{repo}',
                'user_url': base + 'users/{user}'}
    if steps[0] in ('users', 'orgs') and len(steps) > 1:
        if len(steps) == 2:
            return _account(steps[1], 'User' if steps[0] == 'users' else 'Organization')
        if steps[2] == 'repos':
            return [_repository(steps[1], name_of(n)) for n in range(1, min(count, 12) + 1)]
        if steps[2] in ('followers', 'following', 'orgs', 'members'):
            return [_short(_account(name_of(n))) for n in range(1, min(count, 12) + 1)]
    if steps[0] == 'users':
        return [_short(_account(name_of(n))) for n in range(1, count + 1)]
    if steps[0] == 'repos' and len(steps) == 3:
        return _repository(steps[1], steps[2])
    if steps[0] == 'repos' and len(steps) == 4:
        return _of_repository(*steps[1:], count)
    if steps[0] == 'search':
        asked_for = asked.query.get('q', '')
        n = number_of(asked_for, 9999)
        return {'total_count': n, 'incomplete_results': False,
                'items': [_repository(name_of(n + each), name_of(each)) if steps[-1] == 'repositories' else _short(_account(name_of(n + each)))
                          for each in range(1, count + 1)]}
    if steps == ['events'] or steps[2:3] == ['events']:
        kinds = ('PushEvent', 'PullRequestEvent', 'IssueCommentEvent', 'WatchEvent', 'CreateEvent')
        return [{'id': str(40000000000 + n), 'type': kinds[n % 5], 'actor': _short(_account(name_of(n))),
                 'repo': {'id': n, 'name': f'{name_of(n)}/{name_of(n + 1)}', 'url': f'{base}repos/{name_of(n)}/{name_of(n + 1)}'}, 'payload': {},
                 'public': True, 'created_at': _DAY} for n in range(1, count + 1)]
    if steps == ['rate_limit']:
        core = {'limit': 60, 'remaining': 59, 'reset': 1767229200, 'used': 1, 'resource': 'core'}
        return {'resources': {'core': core}, 'rate': core}
    if steps == ['zen']:
        return Reply(words(3, 5).capitalize() + '.')
    return missing('{"message":"Not Found","documentation_url":"https://docs.github.com/rest","status":"404"}', 'application/json; charset=utf-8')


def hackernews(asked):
    if asked.steps[:1] != ['v0'] or not asked.steps[1:]:
        return None
    what, *rest = (step.removesuffix('.json') for step in asked.steps[1:])
    if what.endswith('stories'):
        start = 46000000 + number_of(what)
        return [start - n * 17 for n in range(200 if what in ('askstories', 'showstories', 'jobstories') else 500)]
    if what == 'maxitem':
        return 46000500
    if what == 'updates':
        return {'items': [46000000 - n for n in range(10)], 'profiles': [name_of(n) for n in range(1, 6)]}
    if what == 'user' and rest:
        return {'about': words(number_of(rest[0]), 6), 'created': 1300000000, 'id': rest[0], 'karma': number_of(rest[0], 9999), 'submitted': [46000000]}
    if what == 'item' and rest and rest[0].isdecimal():
        n = int(rest[0])
        return {'by': name_of(n % 900 + 1), 'descendants': n % 200, 'id': n, 'kids': [n + each for each in range(1, 4)], 'score': n % 700 + 1,
                'time': 1767225600 - n % 100000, 'title': words(n, 5).capitalize(), 'type': 'story', 'url': f'https://example.com/{n}',
                'text': words(n + 1, 9)}
    return Reply('null', 'application/json; charset=utf-8')


def xkcd(asked):
    steps = asked.steps
    if steps[-1:] != ['info.0.json']:
        return None
    n = int(steps[0]) if steps[0].isdecimal() else 3190
    if n == 404 or n > 3190:
        return missing()
    title = words(n, 2).title()
    return {'month': str(n % 12 + 1), 'num': n, 'link': '', 'year': str(2006 + n // 156), 'news': '', 'safe_title': title, 'transcript': '',
            'alt': words(n + 1, 8).capitalize() + '.', 'img': f'https://imgs.xkcd.com/comics/{title.lower().replace(" ", "_")}.png', 'title': title,
            'day': str(n % 28 + 1)}


# --- what tests clients of HTTP ---

def _elsewhere(where, status=302, headers=()):
    return Reply(f'<!doctype html>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n<a href="{where}">{where}</a>.\n', 'text/html; charset=utf-8',
                 status, [('Location', where), *headers])


def _moved(asked, what, rest):
    """What httpbin answers by leading elsewhere."""
    if what.endswith('redirect'):
        n = int(rest[0])
        start = asked.origin if what == 'absolute-redirect' else ''
        kind = what if what != 'redirect' else 'relative-redirect'
        return _elsewhere(start + (f'/{kind}/{n - 1}' if n > 1 else '/get'))
    if what == 'redirect-to':
        return _elsewhere(asked.query.get('url', '/get'), asked.number('status_code', 302))
    if rest[0] == 'set':
        given = {rest[1]: rest[2]} if len(rest) == 3 else asked.query
        return _elsewhere('/cookies', 302, [('Set-Cookie', f'{name}={value}; Path=/') for name, value in given.items()])
    return _elsewhere('/cookies', 302, [('Set-Cookie', f'{name}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/') for name in asked.query])


def httpbin(asked):
    import json
    global _asked_before
    what, *rest = asked.steps or ['']
    size = min(int(rest[0]), 102400) if rest and rest[0].isdecimal() else 0
    if what.endswith('redirect') and rest and rest[0].isdecimal() or what == 'redirect-to' or what == 'cookies' and rest and rest[0] in ('set', 'delete'):
        return _moved(asked, what, rest)
    if what == 'uuid':
        import hashlib
        _asked_before += 1
        text = hashlib.md5(str(_asked_before).encode()).hexdigest()
        body = {'uuid': f'{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}'}
    elif what == 'user-agent':
        body = {'user-agent': asked.agent}
    elif what in ('bytes', 'stream-bytes', 'range') and rest:
        return Reply(bytes((n * 167 + 13) % 256 for n in range(size)) if what != 'range' else (b'abcdefghijklmnopqrstuvwxyz' * (size // 26 + 1))[:size],
                     'application/octet-stream')
    elif what == 'drip':
        return Reply(b'*' * asked.number('numbytes', 10), 'application/octet-stream')
    elif what == 'stream' and rest:
        told = {'url': asked.url, 'args': asked.query, 'headers': asked.headers, 'origin': '192.0.2.1'}
        return Reply(''.join(json.dumps({**told, 'id': n}) + '\n' for n in range(min(size, 100))), 'application/json')
    elif what == 'xml':
        return Reply('<?xml version=\'1.0\' encoding=\'us-ascii\'?>\n\n<slideshow\n    title="Sample Slide Show"\n    date="Date of publication"\n    '
                     'author="Yours Truly"\n    >\n\n    <slide type="all">\n      <title>Wake up to WonderWidgets!</title>\n    </slide>\n\n</slideshow>',
                     'application/xml')
    elif what == 'robots.txt':
        return Reply('User-agent: *\nDisallow: /deny\n', 'text/plain')
    elif what == 'deny':
        return Reply("YOU SHOULDN'T BE HERE\n", 'text/plain')
    elif what == 'base64' and rest:
        import base64
        try:
            return Reply(base64.urlsafe_b64decode(rest[0]).decode(), 'text/html; charset=utf-8')
        except ValueError:
            return Reply('Incorrect Base64 data try: SFRUUEJJTiBpcyBhd2Vzb21l', 'text/html; charset=utf-8')
    elif what == 'image':
        kind = rest[0] if rest else 'png'
        marks = {'png': b'\x89PNG\r\n\x1a\n', 'jpeg': b'\xff\xd8\xff\xe0\x00\x10JFIF', 'webp': b'RIFF\x10\x00\x00\x00WEBP'}
        return Reply(marks.get(kind, b'<svg xmlns="http://www.w3.org/2000/svg"/>') + bytes(2000), f'image/{"svg+xml" if kind == "svg" else kind}')
    elif what == 'cookies' and not rest:
        given = (each.strip().partition('=') for each in asked.headers.get('Cookie', '').split(';') if '=' in each)
        body = {'cookies': {name: value for name, _, value in given}}
    elif what in ('basic-auth', 'hidden-basic-auth') and len(rest) == 2:
        from _network import basic_auth
        if asked.headers.get('Authorization') != basic_auth(*rest):
            return Reply('', 'text/html; charset=utf-8', 401 if what == 'basic-auth' else 404)
        body = {'authenticated': True, 'user': rest[0]}
    elif what == 'bearer':
        scheme, _, token = asked.headers.get('Authorization', '').partition(' ')
        if scheme != 'Bearer':
            return Reply('', 'text/html; charset=utf-8', 401)
        body = {'authenticated': True, 'token': token}
    elif what in ('gzip', 'deflate', 'brotli'):
        done = {'gzip': 'gzipped', 'deflate': 'deflated', 'brotli': 'brotli'}[what]
        body = {done: True, 'headers': asked.headers, 'method': asked.method, 'origin': '192.0.2.1'}
    elif what == 'cache' or what == 'etag':
        body = {'args': asked.query, 'headers': asked.headers, 'origin': '192.0.2.1', 'url': asked.url}
    elif what == 'response-headers':
        body = {'Content-Type': 'application/json', **asked.query}
        return Reply(json.dumps(body, indent=2) + '\n', 'application/json', 200, list(asked.query.items()))
    else:
        return None
    return Reply(json.dumps(body, indent=2) + '\n', 'application/json')


# --- pages to scrape ---

def _page(title, body):
    return Reply(f'<!DOCTYPE html>\n<html lang="en">\n<head>\n    <meta charset="UTF-8">\n    <title>{title}</title>\n</head>\n<body>\n{body}\n</body>\n'
                 '</html>\n', 'text/html; charset=utf-8')


def quotes_to_scrape(asked):
    steps = asked.steps
    page = int(steps[1]) if steps[:1] == ['page'] and steps[1:] and steps[1].isdecimal() else 1
    if steps and steps[0] not in ('page', 'tag'):
        name = steps[1].replace('-', ' ') if steps[:1] == ['author'] and steps[1:] else 'Quotes to Scrape'
        return _page('Quotes to Scrape', f'<h3 class="author-title">{name}</h3>\n<span class="author-born-date">March 14, 1879</span>\n'
                     f'<div class="author-description">{words(number_of(name), 20)}</div>')

    def quote(n):
        by = ' '.join(person(n % 23 + 1))
        tags = ''.join(f'<a class="tag" href="/tag/{tag}/page/1/">{tag}</a>\n' for tag in words(n + 2, n % 3 + 1).split())
        return (f'<div class="quote" itemscope itemtype="http://schema.org/CreativeWork">\n<span class="text" itemprop="text">“{words(n, 9).capitalize()}.”</span>'
                f'\n<span>by <small class="author" itemprop="author">{by}</small>\n<a href="/author/{by.replace(" ", "-")}">(about)</a>\n</span>\n'
                f'<div class="tags">\nTags:\n{tags}</div>\n</div>\n')
    found = ''.join(quote(n) for n in range(page * 10 - 9, page * 10 + 1)) if page <= 10 else 'No quotes found!'
    links = (f'<li class="previous"><a href="/page/{page - 1}/">Previous</a></li>' if page > 1 else '') + (
        f'<li class="next"><a href="/page/{page + 1}/">Next</a></li>' if page < 10 else '')
    return _page('Quotes to Scrape', f'<div class="container">\n<h1><a href="/">Quotes to Scrape</a></h1>\n{found}<nav><ul class="pager">{links}</ul></nav>\n</div>')


def books_to_scrape(asked):
    step = asked.steps[-1] if asked.steps else ''
    page = int(step[5:-5]) if step.startswith('page-') and step[5:-5].isdecimal() else 1
    stars = ('One', 'Two', 'Three', 'Four', 'Five')
    at = 'catalogue/' if asked.steps[:1] != ['catalogue'] else ''
    if page > 50:
        return missing('<html><head><title>404 Not Found</title></head></html>', 'text/html')

    def price(n):
        return f'£{n * 7 % 50 + 10}.{n * 13 % 100:02}'
    if at == '' and step == 'index.html' and asked.steps[1:2] != ['category']:
        n = number_of(asked.steps[1], 1000)
        title = words(n, 3).title()
        return _page(f'{title} | Books to Scrape', f'<article class="product_page">\n<h1>{title}</h1>\n<p class="price_color">{price(n)}</p>\n'
                     f'<p class="instock availability">In stock ({n % 20 + 1} available)</p>\n<p class="star-rating {stars[n % 5]}"></p>\n'
                     f'<p>{words(n, 20)}</p>\n<table class="table table-striped"><tr><th>UPC</th><td>{n:016x}</td></tr></table>\n</article>')

    def book(n):
        title = words(n, 3).title()
        short = title if len(title) < 20 else title[:20] + '...'
        link = f'{at}{title.lower().replace(" ", "-")}_{n}/index.html'
        return (f'<li class="col-xs-6">\n<article class="product_pod">\n<div class="image_container"><a href="{link}"><img src="{at}../media/{n}.jpg" '
                f'alt="{title}" class="thumbnail"></a></div>\n<p class="star-rating {stars[n % 5]}"></p>\n<h3><a href="{link}" title="{title}">{short}</a></h3>\n'
                f'<div class="product_price">\n<p class="price_color">{price(n)}</p>\n<p class="instock availability">\n    In stock\n</p>\n</div>\n</article>\n</li>\n')
    books = ''.join(book(n) for n in range(page * 20 - 19, page * 20 + 1))
    links = (f'<li class="previous"><a href="{at}page-{page - 1}.html">previous</a></li>' if page > 1 else '') + (
        f'<li class="current">Page {page} of 50</li>') + (f'<li class="next"><a href="{at}page-{page + 1}.html">next</a></li>' if page < 50 else '')
    return _page('All products | Books to Scrape - Sandbox', f'<div class="page-header"><h1>All products</h1></div>\n<ol class="row">\n{books}</ol>\n'
                 f'<ul class="pager">{links}</ul>')
