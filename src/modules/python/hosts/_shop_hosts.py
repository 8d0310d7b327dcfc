"""Hosts with people, posts and goods."""
from _host_answers import Reply, _DAY, missing, number_of, person, words

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
