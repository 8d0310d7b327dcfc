"""What comes of a path that no rule takes as it is, or of an address that cannot be made."""
from functools import cached_property

from werkzeug.exceptions import BadRequest, HTTPException


class RoutingException(Exception):
    pass


class RequestRedirect(HTTPException, RoutingException):
    code = 308

    def __init__(self, new_url):
        super().__init__(new_url)
        self.new_url = new_url

    def get_response(self, environ=None, scope=None):
        from werkzeug.utils import redirect
        return redirect(self.new_url, self.code)


class RequestPath(RoutingException):
    def __init__(self, path_info):
        super().__init__()
        self.path_info = path_info


class RequestAliasRedirect(RoutingException):
    def __init__(self, matched_values, endpoint):
        super().__init__()
        self.matched_values, self.endpoint = matched_values, endpoint


class BuildError(RoutingException, LookupError):
    """No rule of an endpoint's takes the values."""

    def __init__(self, endpoint, values, method, adapter=None):
        super().__init__(endpoint, values, method)
        self.endpoint, self.values, self.method, self.adapter = endpoint, values, method, adapter

    @cached_property
    def suggested(self):
        return self.closest_rule(self.adapter)

    def closest_rule(self, adapter):
        from difflib import SequenceMatcher

        def likeness(rule):
            return (0.98 * SequenceMatcher(None, str(rule.endpoint), str(self.endpoint)).ratio()
                    + 0.01 * bool(set(self.values or ()).issubset(rule.arguments)) + 0.01 * bool(rule.methods and self.method in rule.methods))
        return max(adapter.map._rules, key=likeness) if adapter and adapter.map._rules else None

    def __str__(self):
        text, other = f'Could not build url for endpoint {self.endpoint!r}', self.suggested
        if self.method:
            text += f' ({self.method!r})'
        if self.values:
            text += f' with values {sorted(self.values)!r}'
        text += '.'
        if other and other.endpoint != self.endpoint:
            text += f' Did you mean {other.endpoint!r} instead?'
        elif other:
            if self.method and other.methods is not None and self.method not in other.methods:
                text += f' Did you mean to use methods {sorted(other.methods)!r}?'
            missing = other.arguments.union(other.defaults or ()) - set(self.values)
            if missing:
                text += f' Did you forget to specify values {sorted(missing)!r}?'
        return text


class WebsocketMismatch(BadRequest):
    pass


class NoMatch(Exception):
    def __init__(self, have_match_for, websocket_mismatch):
        self.have_match_for, self.websocket_mismatch = have_match_for, websocket_mismatch
