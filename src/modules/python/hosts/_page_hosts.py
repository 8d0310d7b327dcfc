"""Hosts with pages to be read by programs."""
from _host_answers import Reply, missing, number_of, person, words


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
