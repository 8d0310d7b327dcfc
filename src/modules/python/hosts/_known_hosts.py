"""Hosts outside that many programs ask: each answers with records in the shape that the host of that name gives, in
words of our own. A function for each takes what was asked and gives what becomes JSON, a `Reply`, or None: the page."""
_WHERE = {name: module for module, names in {
    '_shop_hosts': 'dummyjson fakestore jsonplaceholder reqres', '_story_hosts': 'pokeapi rickandmorty swapi',
    '_code_hosts': 'github hackernews xkcd', '_echo_hosts': 'httpbin', '_page_hosts': 'books_to_scrape quotes_to_scrape',
}.items() for name in names.split()}


def function_of(name):
    """The function of a host; those whose names begin with a point are small."""
    return getattr(__import__('_small_hosts' if name[0] == '.' else _WHERE[name]), name.lstrip('.'))
