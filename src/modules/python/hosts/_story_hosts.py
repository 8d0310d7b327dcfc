"""Hosts about stories and games."""
from urllib.parse import urlencode as _urlencode

from _host_answers import _DAY, missing, name_of, person, picked, words


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
