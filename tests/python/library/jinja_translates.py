# recorded by hand: CPython with Jinja2 3.1.6 and MarkupSafe 3.0.4
"""trans blocks, and what else of templates is handed to gettext."""
import gettext

from jinja2 import Environment, TemplateSyntaxError
from jinja2.ext import extract_from_ast

WORDS = {'Hello %(user)s!': 'Hallo %(user)s!', 'tea': 'Tee', '%(n)s cup': '%(n)s Tasse', '%(n)s cups': '%(n)s Tassen', 'bank\x04close': 'schließen'}


class German(gettext.NullTranslations):
    def gettext(self, message):
        return WORDS.get(message, message)

    def ngettext(self, singular, plural, number):
        return self.gettext(singular if number == 1 else plural)

    def pgettext(self, context, message):
        return WORDS.get(f'{context}\x04{message}', message)


for newstyle in False, True:
    env = Environment(extensions=['jinja2.ext.i18n'], autoescape=True)
    env.install_gettext_translations(German(), newstyle=newstyle)
    for source in ('{% trans %}tea{% endtrans %} {{ _("tea") }} {{ gettext("milk") }}', '{% trans user=name|upper %}Hello {{ user }}!{% endtrans %}',
                   '{% trans n=cups|length %}{{ n }} cup{% pluralize %}{{ n }} cups{% endtrans %}', '{% trans "bank" %}close{% endtrans %}',
                   '{% trans trimmed name %}\n   by\n   {{ name }}, 100%\n{% endtrans %}', '{% trans %}100%{% endtrans %}',
                   '{% trans num=count() %}one of {{ num }}{% pluralize num %}{{ num }} of them{% endtrans %}'):
        print(newstyle, repr(env.from_string(source).render(name='<Ann>', cups='ab', count=lambda: print('counts') or 3)))
for source in '{% trans %}{% if x %}{% endtrans %}', '{% trans a, a %}{% endtrans %}', '{% trans %}a{% pluralize %}b{% endtrans %}', '{% trans %}never closed':
    try:
        env.from_string(source)
    except TemplateSyntaxError as error:
        print(type(error).__name__, error)
print(list(extract_from_ast(env.parse('{{ _("a") }}\n{% trans %}b{% endtrans %}{{ ngettext("c", "d", n) }}'))))
