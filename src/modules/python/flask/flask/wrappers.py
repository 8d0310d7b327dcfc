"""Requests and responses of an application."""
from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.wrappers import Request as RequestBase
from werkzeug.wrappers import Response as ResponseBase

from flask import json
from flask.globals import current_app
from flask.helpers import _split_blueprint_path


def _limit(name):
    """A limit of one request's, else the application's."""
    def get(self):
        own = self.__dict__.get('_' + name)
        if own is not None:
            return own
        return current_app.config[name.upper()] if current_app else getattr(RequestBase, name)

    def set(self, value):
        self.__dict__['_' + name] = value
    return property(get, set)


class Request(RequestBase):
    json_module = json
    url_rule = view_args = routing_exception = None
    max_content_length, max_form_memory_size, max_form_parts = map(_limit, ('max_content_length', 'max_form_memory_size', 'max_form_parts'))

    @property
    def endpoint(self):
        return None if self.url_rule is None else self.url_rule.endpoint

    @property
    def blueprint(self):
        endpoint = self.endpoint
        return endpoint.rpartition('.')[0] if endpoint is not None and '.' in endpoint else None

    @property
    def blueprints(self):
        name = self.blueprint
        return [] if name is None else _split_blueprint_path(name)

    def on_json_loading_failed(self, e):
        try:
            return super().on_json_loading_failed(e)
        except BadRequest as error:
            if current_app and current_app.debug:
                raise
            raise BadRequest() from error


class Response(ResponseBase):
    default_mimetype, json_module, autocorrect_location_header = 'text/html', json, False

    @property
    def max_cookie_size(self):
        return current_app.config['MAX_COOKIE_SIZE'] if current_app else ResponseBase.max_cookie_size
