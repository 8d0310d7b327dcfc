"""Rules: paths with variable parts."""
import re
from dataclasses import dataclass
from string import Template
from typing import NamedTuple
from urllib.parse import quote

from werkzeug.routing.converters import ValidationError

_PART = re.compile(r'''(?P<slash>/)|(?P<static>[^</]+)
    |<(?:(?P<converter>[a-zA-Z_]\w*)(?:\((?P<arguments>.*?)\))?:)?(?P<variable>[a-zA-Z_]\w*)>''', re.X | re.A)
_simple_rule_re = re.compile(r'<([^>]+)>')
_ARGUMENT = re.compile(r'''\s*(?:(?P<name>\w+)\s*=\s*)?
    (?P<value>True|False|\d+.\d+|\d+.|\d+|[\w.]+|[urUR]?(?P<text>"[^"]*?"|'[^']*'))\s*,''', re.X)
_CONSTANTS = {'None': None, 'True': True, 'False': False}


class Weighting(NamedTuple):
    number_static_weights: int
    static_weights: list
    number_argument_weights: int
    argument_weights: list


@dataclass
class RulePart:
    """What stands between slashes; a final one takes all the rest."""
    content: str
    final: bool
    static: bool
    suffixed: bool
    weight: Weighting


def _value(text):
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    for convert in (int, float):
        try:
            return convert(text)
        except ValueError:
            pass
    return text[1:-1] if text[:1] == text[-1:] and text[0] in '"\'' else text


def parse_converter_args(argstr):
    """The arguments of a converter, positional ones and keywords."""
    argstr += ','
    args, kwargs, position = [], {}, 0
    for found in _ARGUMENT.finditer(argstr):
        if found.start() != position:
            raise ValueError(f"Cannot parse converter argument '{argstr[position:found.start()]}'")
        value = _value(found['text'] or found['value'])
        if found['name']:
            kwargs[found['name']] = value
        else:
            args.append(value)
        position = found.end()
    return tuple(args), kwargs


class RuleFactory:
    def get_rules(self, map):
        raise NotImplementedError()


class _Changed(RuleFactory):
    def __init__(self, change, rules):
        self.change, self.rules = change, rules

    def get_rules(self, map):
        for factory in self.rules:
            for rule in factory.get_rules(map):
                rule = rule.empty()
                self._apply(rule)
                yield rule


class Subdomain(_Changed):
    def _apply(self, rule):
        rule.subdomain = self.change


class Submount(_Changed):
    def _apply(self, rule):
        rule.rule = self.change.rstrip('/') + rule.rule


class EndpointPrefix(_Changed):
    def _apply(self, rule):
        rule.endpoint = self.change + rule.endpoint


class RuleTemplate:
    def __init__(self, rules):
        self.rules = list(rules)

    def __call__(self, *args, **kwargs):
        return RuleTemplateFactory(self.rules, dict(*args, **kwargs))


class RuleTemplateFactory(RuleFactory):
    def __init__(self, rules, context):
        self.rules, self.context = rules, context

    def _filled(self, text):
        return Template(text).substitute(self.context) if isinstance(text, str) else text

    def get_rules(self, map):
        for factory in self.rules:
            for rule in factory.get_rules(map):
                defaults = {key: self._filled(value) for key, value in rule.defaults.items()} if rule.defaults else None
                yield Rule(self._filled(rule.rule), defaults, self._filled(rule.subdomain), rule.methods, rule.build_only,
                           self._filled(rule.endpoint),
                           rule.strict_slashes)


class Rule(RuleFactory):
    def __init__(self, string, defaults=None, subdomain=None, methods=None, build_only=False, endpoint=None, strict_slashes=None,
                 merge_slashes=None, redirect_to=None, alias=False, host=None, websocket=False):
        if not string.startswith('/'):
            raise ValueError(f"URL rule '{string}' must start with a slash.")
        self.rule, self.is_branch, self.is_leaf, self.map = string, string.endswith('/'), not string.endswith('/'), None
        self.strict_slashes, self.merge_slashes, self.subdomain, self.host, self.defaults = strict_slashes, merge_slashes, subdomain, host, defaults
        self.build_only, self.alias, self.websocket, self.endpoint, self.redirect_to = build_only, alias, websocket, endpoint, redirect_to
        if methods is not None:
            if isinstance(methods, str):
                raise TypeError("'methods' should be a list of strings.")
            methods = {each.upper() for each in methods}
            if 'GET' in methods:
                methods.add('HEAD')
            if websocket and methods - {'GET', 'HEAD', 'OPTIONS'}:
                raise ValueError("WebSocket rules can only use 'GET', 'HEAD', and 'OPTIONS' methods.")
        self.methods, self.arguments = methods, set(map(str, defaults or ()))
        self._converters, self._trace, self._parts = {}, [], []

    def empty(self):
        return type(self)(self.rule, **self.get_empty_kwargs())

    def get_empty_kwargs(self):
        return dict(defaults=dict(self.defaults) if self.defaults else None, subdomain=self.subdomain, methods=self.methods,
                    build_only=self.build_only,
                    endpoint=self.endpoint, strict_slashes=self.strict_slashes, redirect_to=self.redirect_to, alias=self.alias, host=self.host)

    def get_rules(self, map):
        yield self

    def refresh(self):
        self.bind(self.map, rebind=True)

    def bind(self, map, rebind=False):
        if self.map is not None and not rebind:
            raise RuntimeError(f'url rule {self!r} already bound to map {self.map!r}')
        self.map = map
        for name, value in (('strict_slashes', map.strict_slashes), ('merge_slashes', map.merge_slashes), ('subdomain', map.default_subdomain)):
            if getattr(self, name) is None:
                setattr(self, name, value)
        self.compile()

    def get_converter(self, variable_name, converter_name, args, kwargs):
        if converter_name not in self.map.converters:
            raise LookupError(f'the converter {converter_name!r} does not exist')
        return self.map.converters[converter_name](self.map, *args, **kwargs)

    def compile(self):
        """Takes the rule apart, for who looks for paths."""
        domain = (self.host if self.map.host_matching else self.subdomain) or ''
        self._trace, self._converters = [], {}
        nothing = RulePart('', False, True, False, Weighting(0, [], 0, []))
        self._parts = list(self._parse(domain)) if domain else [nothing]
        self._trace.append((False, '|'))
        self._parts += self._parse(re.sub('/{2,}', '/', self.rule) if self.merge_slashes else self.rule)

    def _parse(self, rule):
        content, static, final, number, pos = '', True, False, 0, 0
        statics, arguments = [], []

        def part(suffixed=False):
            end = '' if static else r'\Z'
            return RulePart(content + end, final, static, suffixed, Weighting(-len(statics), statics, -len(arguments), arguments))
        while pos < len(rule):
            found = _PART.match(rule, pos)
            if found is None:
                raise ValueError(f'malformed url rule: {rule!r}')
            pos = found.end()
            if text := found['static']:
                statics.append((len(statics), -len(text)))
                self._trace.append((False, text))
                content += text if static else re.escape(text)
            elif name := found['variable']:
                if static:
                    content, static = re.escape(content), False
                args, kwargs = parse_converter_args(found['arguments'] or '')
                converter = self._converters[name] = self.get_converter(name, found['converter'] or 'default', args, kwargs)
                self.arguments.add(name)
                final = final or not converter.part_isolating
                content += f'(?P<__werkzeug_{number}>{converter.regex})'
                number += 1
                arguments.append(converter.weight)
                self._trace.append((True, name))
            else:
                self._trace.append((False, '/'))
                if final:
                    content += '/'
                    continue
                yield part()
                content, static, number = '', True, 0
                statics, arguments = [], []
        suffixed = final and content[-1] == '/'
        if suffixed:
            content = content[:-1] + '(?<!/)(/?)'
        last = part(suffixed)
        yield last
        if suffixed:
            yield RulePart('', False, True, False, last.weight)

    def build(self, values, append_unknown=True):
        """The domain and the path that the values make, or None."""
        from werkzeug.datastructures import iter_multi_items
        from werkzeug.urls import _urlencode
        parts, found = {False: '', True: ''}, False
        defaults = self.defaults or {}
        try:
            for is_variable, data in self._trace:
                if not found and not is_variable and data == '|':
                    found = True
                elif is_variable:
                    parts[found] += self._converters[data].to_url((defaults if data in defaults else values)[data])
                else:
                    parts[found] += quote(data, safe="!$&'()*+,/:;=@")
        except ValidationError:
            return None
        unknown = {key: value for key, value in values.items() if key not in self.arguments}
        if append_unknown and unknown:
            pairs = iter_multi_items(unknown)
            query = _urlencode(sorted(pairs, key=self.map.sort_key) if self.map.sort_parameters else pairs)
            parts[True] += '?' + query if query else ''
        return parts[False], parts[True]

    def provides_defaults_for(self, rule):
        return bool(not self.build_only and self.defaults and self.endpoint == rule.endpoint and self != rule and self.arguments == rule.arguments)

    def suitable_for(self, values, method=None):
        if method is not None and self.methods is not None and method not in self.methods:
            return False
        defaults = self.defaults or {}
        return (all(key in defaults or key in values for key in self.arguments)
                and all(key not in values or value == values[key] for key, value in defaults.items()))

    def build_compare_key(self):
        return bool(self.alias), -len(self.arguments), -len(self.defaults or ())

    def __eq__(self, other):
        return isinstance(other, type(self)) and self._trace == other._trace

    __hash__ = None

    def __str__(self):
        return self.rule

    def __repr__(self):
        if self.map is None:
            return f'<{type(self).__name__} (unbound)>'
        path = ''.join(f'<{data}>' if is_variable else data for is_variable, data in self._trace).lstrip('|')
        methods = f" ({', '.join(self.methods)})" if self.methods is not None else ''
        return f'<{type(self).__name__} {path!r}{methods} -> {self.endpoint}>'
