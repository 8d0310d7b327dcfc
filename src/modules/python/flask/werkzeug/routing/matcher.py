"""Finds the rule that takes a path."""
import re

from werkzeug.routing.converters import ValidationError
from werkzeug.routing.exceptions import NoMatch, RequestAliasRedirect, RequestPath


class _SlashRequired(Exception):
    pass


class State:
    """What may come next, and the rules that end here."""

    def __init__(self):
        self.static, self.dynamic, self.rules = {}, [], []


class _Search:
    def __init__(self, method, websocket):
        self.method, self.websocket, self.methods, self.mismatch = method, websocket, set(), False

    def _allowed(self, rule):
        return rule.methods is None or self.method in rule.methods

    def _of(self, rules):
        """The first of the rules that takes the method."""
        for rule in rules:
            if not self._allowed(rule):
                self.methods.update(rule.methods)
            elif rule.websocket != self.websocket:
                self.mismatch = True
            else:
                return rule

    def find(self, state, parts, values):
        if not parts:
            if rule := self._of(state.rules):
                return rule, values
            for rule in state.static[''].rules if '' in state.static else ():
                if rule.websocket == self.websocket and self._allowed(rule):
                    if rule.strict_slashes:
                        raise _SlashRequired()
                    return rule, values
            return None
        part, rest = parts[0], parts[1:]
        if part in state.static and (found := self.find(state.static[part], rest, values)):
            return found
        for wanted, after in state.dynamic:
            matched = re.compile(wanted.content).match('/'.join(parts) if wanted.final else part)
            if matched is None:
                continue
            more = [] if wanted.final else rest
            if wanted.suffixed and matched.groups()[-1] == '/':
                more = ['']
            groups = sorted((int(name[11:]), text) for name, text in matched.groupdict().items() if name.startswith('__werkzeug_'))
            if found := self.find(after, more, values + [text for _, text in groups]):
                return found
        if parts == [''] and (rule := self._of(rule for rule in state.rules if not rule.strict_slashes)):
            return rule, values
        return None


class StateMachineMatcher:
    def __init__(self, merge_slashes):
        self._root, self.merge_slashes = State(), merge_slashes

    def add(self, rule):
        state = self._root
        for part in rule._parts:
            if part.static:
                state = state.static.setdefault(part.content, State())
                continue
            known = next((after for wanted, after in state.dynamic if wanted == part), None)
            if known is None:
                known = State()
                state.dynamic.append((part, known))
            state = known
        state.rules.append(rule)

    def update(self):
        todo = [self._root]
        while todo:
            state = todo.pop()
            state.dynamic.sort(key=lambda entry: entry[0].weight)
            todo += [*state.static.values(), *(after for _, after in state.dynamic)]

    def match(self, domain, path, method, websocket):
        """The rule and its values."""
        search = _Search(method, websocket)

        def find(path):
            try:
                return search.find(self._root, [domain, *path.split('/')], [])
            except _SlashRequired:
                raise RequestPath(f'{path}/') from None
        found = find(path)
        if found is None and self.merge_slashes:
            path = re.sub('/{2,}', '/', path)
            found = find(path)
            if found is not None and found[0].merge_slashes is not False:
                raise RequestPath(path)
            found = None
        if found is None:
            raise NoMatch(search.methods, search.mismatch)
        rule, texts = found
        values = {}
        for (name, converter), text in zip(rule._converters.items(), texts):
            try:
                values[name] = converter.to_python(text)
            except ValidationError as e:
                raise NoMatch(search.methods, search.mismatch) from e
        values.update(rule.defaults or {})
        if rule.alias and rule.map.redirect_defaults:
            raise RequestAliasRedirect(values, rule.endpoint)
        return rule, values
