# recorded by hand: needs jinja2
"""A name that each branch of a condition sets may be read within them before, and what no branch sets stays as it was given."""
from jinja2 import Environment

env = Environment()
for text in ('{% if true %}{{ a }}{% set a = 1 %}{% elif false %}{% set a = 2 %}{% else %}{% set a = 3 %}{% endif %}{{ a }}',
             '{% if x %}{% set a = 1 %}{% else %}{{ a }}{% set a = 2 %}{% endif %}{{ a }}',
             '{% if x %}{% set a = 1 %}{% endif %}{{ a }}', '{% for i in [1, 2] %}{{ a }}{% set a = i %}{{ a }}{% endfor %}{{ a }}'):
    print(env.from_string(text).render(a='given '))
