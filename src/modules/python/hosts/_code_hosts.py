"""Hosts about programs, and what programmers read."""
from _host_answers import Reply, _DAY, _WORDS, missing, name_of, number_of, person, words


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
