# recorded by hand: CPython with Jinja2 3.1.6 and MarkupSafe 3.0.4
"""Statements, expressions, filters, scopes and whitespace of templates."""
from jinja2 import DictLoader, Environment, Template, pass_context, select_autoescape

print(Template('Hello {{ name }}, {{ 6 * 7 }}!').render(name='reader'))

PAGES = {
    'layout.html': '<title>{% block title %}Shop{% endblock %}</title>\n<main>{% block main %}{% endblock %}</main>',
    'list.html': '''{% extends 'layout.html' %}
{% from 'macros.html' import price %}
{% block title %}{{ super() }}: {{ goods|length }} goods{% endblock %}
{% block main %}
  {%- for good in goods if good.stock recursive %}
  <li class="{{ loop.cycle('odd', 'even') }}">{{ loop.index }}/{{ loop.length }} {{ good.name }} {{ price(good.cost) }}
  {%- if good.parts %}<ul>{{ loop(good.parts) }}</ul>{% endif %}</li>
  {%- else %}nothing{% endfor %}
  {%- include ['missing.html', 'foot.html'] %}
{% endblock %}''',
    'macros.html': "{% macro price(value, unit='EUR') -%}{{ '%.2f'|format(value) }} {{ unit }}{%- endmacro %}",
    'foot.html': '\n  <p>{{ note }} {{ self is defined }}</p>\n',
}
env = Environment(loader=DictLoader(PAGES), autoescape=select_autoescape(), trim_blocks=True)
goods = [{'name': 'Tea & cup', 'cost': 3, 'stock': 2, 'parts': [{'name': 'cup', 'cost': 1.5, 'stock': 1}]},
         {'name': 'Salt', 'cost': 0.5, 'stock': 0}, {'name': '<Oil>', 'cost': 7.25, 'stock': 9}]
print(env.get_template('list.html').render(goods=goods, note='<end>'))
print(env.get_template('list.html').render(goods=[]))

plain = Environment(extensions=['jinja2.ext.do', 'jinja2.ext.loopcontrols'])
for source in (
        '{% set total = namespace(n=0) %}{% for n in data %}{% set total.n = total.n + n %}{% endfor %}{{ total.n }}',
        '{% for n in data %}{% if n is even %}{% continue %}{% elif n > 5 %}{% break %}{% endif %}{{ n }};{% endfor %}',
        '{% set seen = [] %}{% for n in data %}{% do seen.append(n * 2) %}{% endfor %}{{ seen }}',
        '{{ people|groupby("town")|map("first")|join(",") }} {{ people|sort(attribute="name")|map(attribute="name")|list }}',
        '{{ people|selectattr("age", "gt", 30)|list|length }} {{ people|sum(attribute="age") }} {{ people|map(attribute="x", default="-")|first }}',
        '{% filter upper %}{% set who %}you & {{ data|last }}{% endset %}{{ who|e }}{% endfilter %}',
        '{% macro box(title) %}[{{ title }}: {{ caller("x", n=2) }}]{% endmacro %}{% call(a, n) box("T") %}{{ a * n }}{% endcall %}',
        '{% with a = 1, b = data[1:3] %}{{ a }}{{ b }}{% endwith %}{{ a is defined }} {{ data[::-1][0] }} {{ "no" if data is mapping else "seq" }}',
        '{{ "one two three four"|truncate(9) }} {{ 1234567|filesizeformat }} {{ "a b"|urlencode }} {{ {"a": [1, none]}|tojson }}',
        '{{ data|batch(3, 0)|list }} {{ data|slice(2)|list }} {{ [3, 1, 3]|unique|list }} {{ -7 // 2 }} {{ 2 ** 3 }} {{ 7 % 4 ~ "!" }}',
        '{% for k, v in {"x": 1, "y": 2}.items() %}{{ loop.first }}{{ k }}{{ v }}{{ loop.nextitem }}{{ loop.changed(v > 0) }} {% endfor %}',
        '{% raw %}{{ raw }}{% endraw %}{# gone #}{%- if true -%}   tight   {%- endif %}',
        '{% autoescape true %}{{ "<i>" }}{{ "<i>"|safe }}{{ "a" ~ "<b>"|safe ~ "<" }}{% endautoescape %}{{ "<i>" }}'):
    people = [{'name': 'Zoe', 'town': 'Bonn', 'age': 41}, {'name': 'ali', 'town': 'Aachen', 'age': 29}]
    print(plain.from_string(source).render(data=[1, 2, 3, 4, 7], people=people))


@pass_context
def known(context, prefix):
    return sorted(name for name in context.get_all() if name.startswith(prefix))


plain.globals['known'], plain.filters['twice'], plain.tests['tiny'] = known, lambda text, by=2: text * by, lambda n: n < 2
print(plain.from_string('{% set my_a = 1 %}{{ known("my") }}{{ "ab"|twice }}{{ "ab"|twice(by=3) }}{{ 1 is tiny }}').render(my_b=2))
module = env.get_template('macros.html').module
print(module.price(2), module, env.get_template('foot.html'))
print(env.compile_expression('a + b|length')(a=1, b='xyz'), list(env.from_string('a{{ 1 }}{{ x }}b').generate(x='<')))
