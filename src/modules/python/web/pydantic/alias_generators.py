"""Names in other cases."""
import re


def to_pascal(snake):
    return re.sub('([0-9A-Za-z])_(?=[0-9A-Z])', lambda found: found[1], snake.title())


def to_camel(snake):
    if re.match('^[a-z]+[A-Za-z0-9]*$', snake) and not re.search(r'\d[a-z]', snake):
        return snake
    return re.sub('(^_*[A-Z])', lambda found: found[1].lower(), to_pascal(snake))


def to_snake(camel):
    for pattern in ('([A-Z]+)([A-Z][a-z])', '([a-z])([A-Z])', '([0-9])([A-Z])', '([a-z])([0-9])'):
        camel = re.sub(pattern, r'\1_\2', camel)
    return camel.replace('-', '_').lower()
