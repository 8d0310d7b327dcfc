"""`trans` in templates: text that is translated."""
import re

from markupsafe import Markup

from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.ext import Extension
from jinja2.utils import pass_context

GETTEXT_FUNCTIONS = '_', 'gettext', 'ngettext', 'pgettext', 'npgettext'


@pass_context
def _gettext_alias(context, /, *args, **kwargs):
    return context.call(context.resolve('gettext'), *args, **kwargs)


def _new_style(function, named):
    """The same function, with variables put into what it gives; some of its arguments are such ones."""
    @pass_context
    def call(context, /, *args, **variables):
        for name, at in named.items():
            variables.setdefault(name, args[at])
        text = context.call(function, *args)
        return (Markup(text) if context.eval_ctx.autoescape else text) % variables
    return call


_NAMED = {'gettext': {}, 'ngettext': {'num': 2}, 'pgettext': {'context': 0}, 'npgettext': {'context': 0, 'num': 3}}


class InternationalizationExtension(Extension):
    tags = {'trans'}

    def __init__(self, environment):
        super().__init__(environment)
        environment.globals['_'] = _gettext_alias
        environment.extend(install_gettext_translations=self._install, install_null_translations=self._install_null,
                           install_gettext_callables=self._install_callables, uninstall_gettext_translations=self._uninstall,
                           extract_translations=self._extract, newstyle_gettext=False)

    def _install(self, translations, newstyle=None):
        self._install_callables(translations.gettext, translations.ngettext, newstyle, getattr(translations, 'pgettext', None),
                                getattr(translations, 'npgettext', None))

    def _install_null(self, newstyle=None):
        import gettext
        self._install(gettext.NullTranslations(), newstyle)

    def _install_callables(self, gettext, ngettext, newstyle=None, pgettext=None, npgettext=None):
        if newstyle is not None:
            self.environment.newstyle_gettext = newstyle
        found = {'gettext': gettext, 'ngettext': ngettext, 'pgettext': pgettext, 'npgettext': npgettext}
        if self.environment.newstyle_gettext:
            found = {name: function and _new_style(function, _NAMED[name]) for name, function in found.items()}
        self.environment.globals.update(found)

    def _uninstall(self, translations):
        for name in _NAMED:
            self.environment.globals.pop(name, None)

    def _extract(self, source, gettext_functions=GETTEXT_FUNCTIONS):
        return extract_from_ast(self.environment.parse(source) if isinstance(source, str) else source, gettext_functions)

    def parse(self, parser):
        """A trans block: a call of gettext, or of one of its kin, with the variables of the block."""
        stream, lineno = parser.stream, next(parser.stream).lineno
        context = stream.next_if('string')
        variables, trimmed, plural_by, before, is_num = {}, None, None, None, False
        while stream.current.type != 'block_end':
            if variables:
                stream.expect('comma')
            if stream.skip_if('colon'):
                break
            token = stream.expect('name')
            name = token.value
            if name in variables:
                parser.fail(f'translatable variable {name!r} defined twice.', token.lineno, exc=TemplateAssertionError)
            if stream.skip_if('assign'):
                value = parser.parse_expression()
            elif trimmed is None and name in ('trimmed', 'notrimmed'):
                trimmed = name == 'trimmed'
                continue
            else:
                value = nodes.Name(name, 'load')
            variables[name] = value
            if plural_by is None:
                plural_by, is_num = value, name == 'num'
                if isinstance(value, nodes.Call):
                    # It is called once, for the number and for the text.
                    before = nodes.Assign(nodes.Name('_trans', 'store'), value)
                    plural_by = variables[name] = nodes.Name('_trans', 'load')
        stream.expect('block_end')
        names, singular = self._parse_block(parser, True)
        referenced, plural = set(names), None
        if names and plural_by is None:
            plural_by, is_num = nodes.Name(names[0], 'load'), names[0] == 'num'
        if stream.current.test('name:pluralize'):
            next(stream)
            if stream.current.type != 'block_end':
                token = stream.expect('name')
                if token.value not in variables:
                    parser.fail(f'unknown variable {token.value!r} for pluralization', token.lineno, exc=TemplateAssertionError)
                plural_by, is_num = variables[token.value], token.value == 'num'
            stream.expect('block_end')
            names, plural = self._parse_block(parser, False)
            referenced.update(names)
            if plural_by is None:
                parser.fail('pluralize without variables', lineno)
        next(stream)
        for name in referenced:
            variables.setdefault(name, nodes.Name(name, 'load'))
        if self.environment.policies['ext.i18n.trimmed'] if trimmed is None else trimmed:
            singular, plural = (text and re.sub(r'\s*\n\s*', ' ', text.strip()) for text in (singular, plural))
        node = self._make_node(singular, plural, context and context.value, variables, plural_by, bool(referenced), is_num and plural is not None)
        node.set_lineno(lineno)
        return node if before is None else [before, node]

    def _parse_block(self, parser, allow_pluralize):
        """The names in the text, and the text with places for them."""
        stream, names, text = parser.stream, [], ''
        while True:
            if stream.current.type == 'data':
                text += next(stream).value.replace('%', '%%')
            elif stream.skip_if('variable_begin'):
                names.append(stream.expect('name').value)
                text += f'%({names[-1]})s'
                stream.expect('variable_end')
            elif stream.skip_if('block_begin'):
                tag = stream.current.value if stream.current.type == 'name' else None
                if tag == 'endtrans' or tag == 'pluralize' and allow_pluralize:
                    return names, text
                if tag == 'pluralize':
                    parser.fail('a translatable section can have only one pluralize section')
                if tag == 'trans':
                    parser.fail("trans blocks can't be nested; did you mean `endtrans`?")
                parser.fail(f'control structures in translatable sections are not allowed; saw `{tag}`')
            else:
                parser.fail('unclosed translation block')

    def _make_node(self, singular, plural, context, variables, plural_by, has_names, is_num):
        new = self.environment.newstyle_gettext
        if not has_names and not new:
            singular, plural = (text and text.replace('%%', '%') for text in (singular, plural))
        name, args = 'gettext', [nodes.Const(singular)]
        if context is not None:
            name, args = 'p' + name, [nodes.Const(context), *args]
        if plural is not None:
            name, args = 'n' + name, [*args, nodes.Const(plural), plural_by]
        node = nodes.Call(nodes.Name(name, 'load'), args, [], None, None)
        if new:
            node.kwargs = [nodes.Keyword(key, value) for key, value in variables.items() if not (is_num and key == 'num')]
        else:
            node = nodes.MarkSafeIfAutoescape(node)
            if variables:
                node = nodes.Mod(node, nodes.Dict([nodes.Pair(nodes.Const(key), value) for key, value in variables.items()]))
        return nodes.Output([node])


InternationalizationExtension.identifier = 'jinja2.ext.InternationalizationExtension'


def extract_from_ast(ast, gettext_functions=GETTEXT_FUNCTIONS, babel_style=True):
    """The texts that are to be translated: line, function, text."""
    for node in ast.find_all(nodes.Call):
        if not isinstance(node.node, nodes.Name) or node.node.name not in gettext_functions:
            continue
        found = [arg.value if isinstance(arg, nodes.Const) and isinstance(arg.value, str) else None for arg in node.args]
        found += [None] * (len(node.kwargs) + (node.dyn_args is not None) + (node.dyn_kwargs is not None))
        if babel_style:
            yield node.lineno, node.node.name, found[0] if len(found) == 1 else tuple(found)
        elif any(each is not None for each in found):
            yield node.lineno, node.node.name, tuple(each for each in found if each is not None)
