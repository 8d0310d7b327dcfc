# recorded by hand: CPython with Jinja2 3.1.6 and MarkupSafe 3.0.4
"""What is undefined, mistakes in templates, templates that are not there, tracebacks."""
import traceback

from jinja2 import (ChainableUndefined, ChoiceLoader, DebugUndefined, DictLoader, Environment, FunctionLoader, PrefixLoader, StrictUndefined,
                    TemplateError, TemplateSyntaxError, Undefined)
from jinja2.nativetypes import NativeEnvironment
from jinja2.sandbox import SandboxedEnvironment


def tell(what, *args, **kwargs):
    try:
        print(repr(what(*args, **kwargs)))
    except Exception as error:
        place = f' (line {error.lineno})' if isinstance(error, TemplateSyntaxError) else ''
        print(f'{type(error).__name__}: {error}{place}', isinstance(error, TemplateError))


for kind in Undefined, StrictUndefined, DebugUndefined, ChainableUndefined:
    env = Environment(undefined=kind)
    for source in '[{{ who }}]', '[{{ user.name }}]', '[{{ user.name.first }}]', '{{ who + 1 }}', '{{ who is defined }}', '{{ [1][5] }}', '{% if who %}{% endif %}':
        tell(env.from_string(source).render, user={})

env = Environment()
for source in ('{% if x %}', '\n{% for x in y %}\n{% endif %}', '{{ a b }}', '{{ (1 }}', '{{ "open }}', '{% nope %}', '{# never', '{{ x|nope }}', '{{ x is nope }}',
               '{% set 1 = x %}', '{% block a %}{% endblock %}{% block a %}{% endblock %}', '{{ f(a=1, 2) }}', '{% macro m(a=1, b) %}{% endmacro %}',
               '{% for loop in x %}{% endfor %}', '{{ 1 is odd is even }}', '{% block a-b %}{% endblock %}', '{{ 4 ! 5 }}'):
    tell(env.from_string, source)
for source in ('{{ none.x }}', '{{ 1 / 0 }}', '{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}', '{% macro m(a) %}{{ a.b }}{% endmacro %}{{ m() }}',
               '{% block a %}{{ super() }}{% endblock %}', '{% for x in [1] %}{{ loop([2]) }}{% endfor %}', '{{ x|map("nope")|list }}', '{{ ("a" if false).b }}',
               '{% include "x" %}'):
    tell(env.from_string(source).render, x=[1])

shelf = Environment(loader=ChoiceLoader([DictLoader({'one': 'first\n{{ thing.part }}', 'two': '{% extends "three" %}\n\n{% block b %}{{ gone() }}{% endblock %}',
                                                     'three': '{% block b %}{% endblock %}', 'bad': 'text\n{% endfor %}',
                                                     'uses': '{% from "one" import lost %}{{ lost() }}', 'needs': '{% block r required %}{% endblock %}'}),
                                         PrefixLoader({'app': FunctionLoader({'home': 'at home'}.get)})]))
for name in 'none', 'app/home', 'app/away', 'needs':
    tell(lambda: shelf.get_template(name).render())
tell(shelf.select_template, ['a', 'b'])
tell(shelf.select_template, [])
for name in 'one', 'two', 'bad', 'uses':
    try:
        shelf.get_template(name).render(thing={'part': 3} if name == 'uses' else None)
    except Exception as error:
        print(type(error).__name__, error, [(frame.lineno, frame.name) for frame in traceback.extract_tb(error.__traceback__)
                                            if frame.name.startswith(('top', 'block', 'template'))])

for source in '{{ x.__class__ }}', '{{ x.__class__.mro }}', '{{ "{0.__class__}".format(x) }}', '{{ range(999999)|length }}':
    tell(SandboxedEnvironment().from_string(source).render, x=1)
for source in '{{ 1 }}', '{{ x }}', '[{{ x }}, 2]', '{{ x }}px', '{{ none }}':
    tell(NativeEnvironment().from_string(source).render, x=(3,))
