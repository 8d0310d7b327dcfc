"""Hosts outside that answer one kind of question: a joke, a price, the weather, an address."""
from _host_answers import Reply, name_of, number_of, person, words

_ADDRESS = '192.0.2.1'
_asked_before = 0


def _turn():
    """A further number for each request, since who asks again wants something else."""
    global _asked_before
    _asked_before += 1
    return _asked_before


def _sentence(n, count=9):
    return words(n, count).capitalize() + '.'


def _now():
    import datetime
    return datetime.datetime.now(datetime.timezone.utc)


def cat_facts(asked):
    def fact(n):
        return {'fact': _sentence(n), 'length': len(_sentence(n))}
    if asked.steps == ['fact']:
        return fact(_turn())
    if asked.steps == ['facts']:
        return {'current_page': 1, 'data': [fact(n) for n in range(1, asked.number('limit', 10) + 1)], 'last_page': 34, 'per_page': 10, 'total': 332}


def chuck_norris(asked):
    if asked.steps[-1:] == ['categories']:
        return [words(n, 1) for n in range(1, 6)]
    n = _turn()
    return {'categories': [], 'created_at': '2020-01-05 13:42:19.576875', 'icon_url': 'https://api.chucknorris.io/img/avatar/chuck-norris.png',
            'id': name_of(n), 'updated_at': '2020-01-05 13:42:19.576875', 'url': f'https://api.chucknorris.io/jokes/{name_of(n)}', 'value': _sentence(n)}


def official_jokes(asked):
    def joke(n):
        return {'type': 'general', 'setup': words(n, 6).capitalize() + '?', 'punchline': _sentence(n + 1, 4), 'id': n}
    many = asked.steps[-1:] in (['ten'], ['random_ten'])
    found = [joke(n) for n in range(1, 11)] if many else joke(_turn())
    return [found] if asked.steps[1:2] and not many and asked.steps[1] != 'random' and not asked.steps[1].isdecimal() else found


def joke_api(asked):
    n = _turn()
    return {'error': False, 'category': 'Programming', 'type': 'single', 'joke': _sentence(n), 'id': n, 'safe': True, 'lang': 'en'}


def dad_jokes(asked):
    n, wanted = _turn(), asked.headers.get('Accept', '')
    if 'json' in wanted:
        return {'id': name_of(n), 'joke': _sentence(n), 'status': 200}
    return Reply(_sentence(n)) if 'text/plain' in wanted else None


def dogs(asked):
    kind, steps = 'https://images.dog.ceo/breeds/', asked.steps
    if steps[:3] == ['api', 'breeds', 'list']:
        found = {name_of(n): [name_of(n + 20)] if n % 3 == 0 else [] for n in range(1, 13)}
        return {'message': found if steps[-1] == 'all' else list(found), 'status': 'success'}
    breed = steps[2] if steps[1:2] == ['breed'] and steps[2:] else None
    count = int(steps[-1]) if steps and steps[-1].isdecimal() else None

    def picture(n):
        return f'{kind}{breed or name_of(n)}/{n:05}.jpg'
    if count is None and steps[-1:] == ['images']:
        count = 10
    return {'message': picture(_turn()) if count is None else [picture(n) for n in range(1, count + 1)], 'status': 'success'}


def cats(asked):
    return [{'id': name_of(n), 'url': f'https://cdn2.thecatapi.com/images/{n}.jpg', 'width': 640, 'height': 480} for n in range(1, asked.number('limit', 1) + 1)]


def guesses(asked):
    name, of = asked.query.get('name', ''), asked.origin.partition('api.')[2].partition('.')[0]
    n = number_of(name, 60)
    if of == 'agify':
        return {'count': n * 1000, 'name': name, 'age': n + 15}
    if of == 'genderize':
        return {'count': n * 1000, 'name': name, 'gender': ('female', 'male')[n % 2], 'probability': 0.98}
    return {'count': n * 1000, 'name': name, 'country': [{'country_id': each, 'probability': 0.1} for each in ('US', 'GB', 'FR')]}


def random_users(asked):
    def user(n):
        first, last = person(n)
        size = 'https://randomuser.me/api/portraits/'
        return {'gender': ('female', 'male')[n % 2], 'name': {'title': ('Ms', 'Mr')[n % 2], 'first': first, 'last': last},
                'location': {'street': {'number': n * 7, 'name': words(n, 2).title()}, 'city': words(n + 1, 1).title(), 'state': words(n + 2, 1).title(),
                             'country': 'France', 'postcode': 10000 + n, 'coordinates': {'latitude': '1.0000', 'longitude': '2.0000'},
                             'timezone': {'offset': '+1:00', 'description': 'Paris'}},
                'email': f'{first.lower()}.{last.lower()}@example.com', 'login': {'uuid': f'{n:08x}-0000-4000-8000-{n:012x}', 'username': name_of(n)},
                'dob': {'date': '1980-05-05T00:00:00.000Z', 'age': 45}, 'registered': {'date': '2010-05-05T00:00:00.000Z', 'age': 15},
                'phone': f'555-01{n % 100:02}', 'cell': f'555-02{n % 100:02}', 'id': {'name': '', 'value': None},
                'picture': {each: f'{size}{n}.jpg' for each in ('large', 'medium', 'thumbnail')}, 'nat': 'FR'}
    count, start = asked.number('results', 1), _turn()
    return {'results': [user(start + n) for n in range(count)], 'info': {'seed': 'grove', 'results': count, 'page': asked.number('page', 1), 'version': '1.4'}}


def coindesk(asked):
    rates = {'USD': 93000.5, 'GBP': 71000.25, 'EUR': 82000.75}
    return {'time': {'updated': 'Jan 1, 2026 00:00:00 UTC', 'updatedISO': '2026-01-01T00:00:00+00:00', 'updateduk': 'Jan 1, 2026 at 00:00 GMT'},
            'disclaimer': _sentence(3), 'chartName': 'Bitcoin',
            'bpi': {code: {'code': code, 'symbol': '&#36;', 'rate': f'{rate:,.4f}', 'description': code, 'rate_float': rate} for code, rate in rates.items()}}


def _price(name):
    return {'bitcoin': 93000.0, 'ethereum': 3100.0}.get(name, number_of(name, 900) / 4)


def coingecko(asked):
    steps = asked.steps[2:]
    if steps == ['ping']:
        return {'gecko_says': '(V3) up'}
    if steps == ['simple', 'price']:
        wanted = asked.query.get('vs_currencies', 'usd').split(',')
        return {each: {code: _price(each) for code in wanted} for each in asked.query.get('ids', '').split(',') if each}

    def coin(n, name):
        return {'id': name, 'symbol': name[:3], 'name': name.title(), 'image': f'https://example.org/{name}.png', 'current_price': _price(name),
                'market_cap': _price(name) * 1000000, 'market_cap_rank': n, 'total_volume': _price(name) * 1000, 'high_24h': _price(name),
                'low_24h': _price(name), 'price_change_percentage_24h': n % 7 - 3.5, 'last_updated': '2026-01-01T00:00:00.000Z'}
    names = ['bitcoin', 'ethereum', *(name_of(n) for n in range(3, 251))]
    if steps in (['coins', 'markets'], ['coins', 'list']):
        return [coin(n, name) for n, name in enumerate(names[:asked.number('per_page', 100)], 1)]
    if steps[:1] == ['coins'] and steps[1:]:
        return {**coin(1, steps[1]), 'market_data': {'current_price': {'usd': _price(steps[1]), 'eur': _price(steps[1])}}}


def binance(asked):
    symbol = asked.query.get('symbol')

    def ticker(of):
        price = 93000.0 if of.startswith('BTC') else 3100.0 if of.startswith('ETH') else number_of(of, 900) / 4
        return {'symbol': of, 'price': f'{price:.8f}', 'lastPrice': f'{price:.8f}', 'lowPrice': f'{price * 0.98:.8f}',
                'highPrice': f'{price * 1.02:.8f}', 'priceChangePercent': '1.234', 'volume': '1000.00000000'}
    what = asked.steps[2:]
    if what == ['ping']:
        return {}
    if what == ['time']:
        return {'serverTime': int(_now().timestamp() * 1000)}
    if what[:1] == ['ticker']:
        return ticker(symbol) if symbol else [ticker(each) for each in ('BTCUSDT', 'ETHUSDT', 'BNBUSDT', 'SOLUSDT')]


def rates(asked):
    base = asked.query.get('base') or asked.query.get('from') or (asked.steps[-1] if asked.steps and len(asked.steps[-1]) == 3 else 'USD')
    table = {code: round(0.5 + number_of(code, 150) / 100, 4) for code in ('EUR', 'GBP', 'USD', 'JPY', 'CHF', 'CAD', 'AUD', 'INR', 'BRL', 'CNY')}
    table[base] = 1
    wanted = asked.query.get('to') or asked.query.get('symbols')
    return {'result': 'success', 'base': base, 'base_code': base, 'date': '2026-01-01', 'time_last_updated': 1767225600,
            'rates': {code: rate for code, rate in table.items() if not wanted or code in wanted.split(',')}}


def clocks(asked):
    now = _now()
    return {'abbreviation': 'UTC', 'client_ip': _ADDRESS, 'datetime': now.isoformat(), 'day_of_week': now.isoweekday() % 7, 'day_of_year': now.timetuple().tm_yday,
            'dst': False, 'timezone': '/'.join(asked.steps[2:]) or 'Etc/UTC', 'unixtime': int(now.timestamp()), 'utc_datetime': now.isoformat(),
            'utc_offset': '+00:00', 'week_number': now.isocalendar()[1]}


def address_of_asker(asked):
    return {'ip': _ADDRESS} if asked.query.get('format') == 'json' or asked.steps == ['json'] else Reply(_ADDRESS + '\n' * ('ipify' not in asked.origin))


def place_of_asker(asked):
    city = {'city': 'Paris', 'region': 'Île-de-France', 'country': 'FR', 'loc': '48.8534,2.3488', 'org': 'AS64500 Example', 'postal': '75000',
            'timezone': 'Europe/Paris'}
    if 'ip-api' in asked.origin:
        return {'status': 'success', 'country': 'France', 'countryCode': 'FR', 'regionName': city['region'], 'city': 'Paris', 'zip': '75000', 'lat': 48.8534,
                'lon': 2.3488, 'timezone': 'Europe/Paris', 'isp': 'Example', 'query': asked.steps[-1] if asked.steps[1:] else _ADDRESS}
    if asked.steps == ['ip']:
        return Reply(_ADDRESS)
    return {'ip': asked.steps[0] if asked.steps and asked.steps[0][:1].isdecimal() else _ADDRESS, **city}


def _degrees(seed):
    return round(5 + number_of(seed, 250) / 10, 1)


def open_meteo(asked):
    if asked.steps[-1:] == ['search']:
        name = asked.query.get('name', '')
        return {'results': [{'id': number_of(name, 9999), 'name': name, 'latitude': 48.85, 'longitude': 2.35, 'country': 'France', 'timezone': 'Europe/Paris'}]}
    here = asked.query.get('latitude', '0').split(',')
    there = asked.query.get('longitude', '0').split(',')

    def at(latitude, longitude):
        seed, now = latitude + longitude, _now()
        found = {'latitude': float(latitude), 'longitude': float(longitude), 'generationtime_ms': 0.05, 'utc_offset_seconds': 0,
                 'timezone': asked.query.get('timezone', 'GMT'), 'timezone_abbreviation': 'GMT', 'elevation': 38.0}
        if asked.query.get('current_weather') == 'true':
            found['current_weather'] = {'time': f'{now:%Y-%m-%dT%H:00}', 'interval': 900, 'temperature': _degrees(seed), 'windspeed': 11.2, 'winddirection': 250,
                                        'is_day': 0, 'weathercode': 3}
        if 'current' in asked.query:
            found['current'] = {'time': f'{now:%Y-%m-%dT%H:00}', 'interval': 900, **{each: _degrees(seed + each) for each in asked.query['current'].split(',')}}
        for span, count, form in (('hourly', 24, '%Y-%m-%dT{:02}:00'), ('daily', 7, '%Y-%m-{:02}')):
            if span in asked.query:
                found[span] = {'time': [now.strftime(form.format(n + (span == 'daily'))) for n in range(count)],
                               **{each: [round(_degrees(seed + each) + n % 5, 1) for n in range(count)] for each in asked.query[span].split(',')}}
        return found
    try:
        return at(here[0], there[0]) if len(here) == 1 else [at(*each) for each in zip(here, there)]
    except ValueError:
        return Reply('{"error":true,"reason":"Data corrupted at path \'\'. Expected a number."}', 'application/json; charset=utf-8', 400)


def open_weather_map(asked):
    name = asked.query.get('q', '').partition(',')[0] or words(3, 1).title()
    heat = _degrees(name) + {'metric': 0, 'imperial': 40}.get(asked.query.get('units'), 273.15)
    known = {'weather': [{'id': 803, 'main': 'Clouds', 'description': 'broken clouds', 'icon': '04d'}], 'visibility': 10000,
             'main': {'temp': round(heat, 2), 'feels_like': round(heat - 1, 2), 'temp_min': round(heat - 2, 2), 'temp_max': round(heat + 2, 2),
                      'pressure': 1015, 'humidity': 62}, 'wind': {'speed': 4.1, 'deg': 80}, 'clouds': {'all': 75}, 'dt': int(_now().timestamp())}
    if 'data' not in asked.steps:
        return [{'name': name, 'lat': 48.85, 'lon': 2.35, 'country': 'FR'}]
    if asked.steps[-1] == 'forecast':
        return {'cod': '200', 'cnt': 5, 'list': [{**known, 'dt_txt': f'2026-01-01 {n * 3:02}:00:00'} for n in range(5)], 'city': {'name': name, 'country': 'FR'}}
    return {'coord': {'lon': 2.35, 'lat': 48.85}, **known, 'base': 'stations', 'sys': {'country': 'FR', 'sunrise': 1767252000, 'sunset': 1767282000},
            'timezone': 0, 'id': number_of(name, 9999), 'name': name, 'cod': 200}


def wttr(asked):
    place = asked.steps[0].replace('+', ' ') if asked.steps else 'Paris'
    if asked.query.get('format') == 'j1':
        now = {'temp_C': str(round(_degrees(place))), 'humidity': '62', 'weatherDesc': [{'value': 'Partly cloudy'}], 'windspeedKmph': '11', 'FeelsLikeC': '9'}
        return {'current_condition': [now], 'nearest_area': [{'areaName': [{'value': place}], 'country': [{'value': 'France'}]}], 'weather': []}
    return Reply(f'{place}: ⛅️  +{round(_degrees(place))}°C\n')


def space(asked):
    if 'astros' in asked.url:
        people = [{'craft': 'ISS', 'name': ' '.join(person(n))} for n in range(1, 8)]
        return {'message': 'success', 'number': len(people), 'people': people}
    return {'message': 'success', 'timestamp': int(_now().timestamp()), 'iss_position': {'latitude': '12.3456', 'longitude': '-65.4321'}}


def nasa(asked):
    day = asked.query.get('date', '2026-01-01')
    if asked.steps[-1:] != ['apod']:
        return {'photos': [], 'near_earth_objects': {}, 'element_count': 0}
    return {'copyright': ' '.join(person(4)), 'date': day, 'explanation': _sentence(number_of(day), 30), 'hdurl': f'https://apod.nasa.gov/apod/image/{day}_big.jpg',
            'media_type': 'image', 'service_version': 'v1', 'title': words(number_of(day), 3).title(), 'url': f'https://apod.nasa.gov/apod/image/{day}.jpg'}


def countries(asked):
    def country(name):
        n = number_of(name, 999)
        return {'name': {'common': name, 'official': f'Republic of {name}'}, 'cca2': name[:2].upper(), 'cca3': name[:3].upper(), 'capital': [words(n, 1).title()],
                'region': 'Europe', 'subregion': 'Western Europe', 'population': n * 71000, 'area': n * 510.0, 'languages': {'eng': 'English'},
                'currencies': {'EUR': {'name': 'Euro', 'symbol': '€'}}, 'timezones': ['UTC+01:00'], 'flag': '🏳', 'borders': [],
                'flags': {'png': f'https://flagcdn.com/w320/{name[:2].lower()}.png', 'svg': f'https://flagcdn.com/{name[:2].lower()}.svg'}}
    if asked.steps[-1:] == ['all'] or asked.steps[1:2] == ['region']:
        return [country(name_of(n).title()) for n in range(1, 41)]
    return [country(asked.steps[-1].replace('%20', ' ').title())] if asked.steps else None


def sayings(asked):
    n = _turn()
    by = ' '.join(person(n))
    if 'zenquotes' in asked.origin:
        found = [{'q': _sentence(n + each), 'a': ' '.join(person(n + each)), 'h': ''} for each in range(50 if asked.steps[-1:] == ['quotes'] else 1)]
        return found
    if 'adviceslip' in asked.origin:
        return {'slip': {'id': n, 'advice': _sentence(n)}}
    if 'boredapi' in asked.origin:
        return {'activity': _sentence(n, 4), 'type': 'recreational', 'participants': n % 4 + 1, 'price': 0.1, 'link': '', 'key': str(1000000 + n), 'accessibility': 0.2}
    return {'_id': name_of(n), 'content': _sentence(n), 'author': by, 'tags': words(n, 2).split(), 'authorSlug': by.lower().replace(' ', '-'), 'length': len(_sentence(n))}


def spacex(asked):
    def one(n):
        return {'id': name_of(n), 'flight_number': n, 'name': words(n, 2).title(), 'date_utc': '2022-10-05T16:00:00.000Z', 'success': True, 'upcoming': False,
                'rocket': name_of(n + 1), 'details': _sentence(n), 'active': True, 'links': {'webcast': f'https://example.com/{n}', 'patch': {'small': None}}}
    many = asked.steps[2:] and asked.steps[-1] not in ('latest', 'next') and len(asked.steps) == 2
    return one(200) if not many and len(asked.steps) > 2 else [one(n) for n in range(1, 21)]


def statuses(asked):
    from _network import reason
    if not (asked.steps and asked.steps[0].isdecimal()):
        return None
    status = int(asked.steps[0])
    return Reply(f'{status} {reason(status).title()}', status=status)


def wikipedia(asked):
    if asked.steps[:3] == ['api', 'rest_v1', 'page'] and asked.steps[3:]:
        title = asked.steps[-1].replace('_', ' ')
        return {'type': 'standard', 'title': title, 'displaytitle': title, 'pageid': number_of(title, 99999), 'lang': 'en', 'description': words(number_of(title), 3),
                'extract': _sentence(number_of(title), 20), 'content_urls': {'desktop': {'page': f'https://en.wikipedia.org/wiki/{asked.steps[-1]}'}}}
    if asked.steps == ['w', 'api.php']:
        title = asked.query.get('titles') or asked.query.get('srsearch') or asked.query.get('search') or asked.query.get('page') or words(3, 1).title()
        n = number_of(title, 99999)
        if asked.query.get('action') == 'opensearch':
            return [title, [title], [''], [f'https://en.wikipedia.org/wiki/{title}']]
        return {'batchcomplete': '', 'query': {'pages': {str(n): {'pageid': n, 'ns': 0, 'title': title, 'extract': _sentence(n, 20)}},
                                               'search': [{'ns': 0, 'title': title, 'pageid': n, 'snippet': _sentence(n)}]}}


def package_index(asked):
    if asked.steps[:1] != ['pypi'] or asked.steps[-1:] != ['json']:
        return None
    name = asked.steps[1]
    n = number_of(name, 40)
    info = {'name': name, 'version': f'{n // 9 + 1}.{n % 9}.0', 'summary': words(n, 6).capitalize(), 'author': ' '.join(person(n)), 'license': 'MIT',
            'home_page': f'https://example.org/{name}', 'requires_python': '>=3.9', 'requires_dist': [], 'project_url': f'https://pypi.org/project/{name}/'}
    return {'info': info, 'last_serial': n, 'releases': {info['version']: []}, 'urls': [], 'vulnerabilities': []}


def pictures(asked):
    if asked.steps[:2] == ['v2', 'list']:
        start = (asked.number('page', 1) - 1) * asked.number('limit', 30)
        return [{'id': str(start + n), 'author': ' '.join(person(start + n + 1)), 'width': 5000, 'height': 3333, 'url': f'https://unsplash.com/photos/{start + n}',
                 'download_url': f'https://picsum.photos/id/{start + n}/5000/3333'} for n in range(asked.number('limit', 30))]
    seed = number_of(asked.url, 5000)
    return Reply(b'\xff\xd8\xff\xe0\x00\x10JFIF\x00' + bytes((seed * n) % 251 for n in range(2000 + seed)) + b'\xff\xd9', 'image/jpeg')
