"""Templates of an application and of its blueprints."""
from contextlib import suppress

from jinja2 import BaseLoader, TemplateNotFound
from jinja2 import Environment as BaseEnvironment

from flask.globals import _cv_app, _cv_request, current_app, request
from flask.helpers import stream_with_context
from flask.signals import before_render_template, template_rendered


def _default_template_ctx_processor():
    around, asked = _cv_app.get(None), _cv_request.get(None)
    return {**({} if around is None else {'g': around.g}), **({} if asked is None else {'request': asked.request})}


class Environment(BaseEnvironment):
    def __init__(self, app, **options):
        super().__init__(**{'loader': None, **options})
        if 'loader' not in options:
            self.loader = app.create_global_jinja_loader()
        self.app = app


class DispatchingJinjaLoader(BaseLoader):
    """Looks in the application's folder, then in those of its blueprints."""

    def __init__(self, app):
        self.app = app

    def _iter_loaders(self, template):
        for found in (self.app, *self.app.iter_blueprints()):
            if found.jinja_loader is not None:
                yield found, found.jinja_loader

    def get_source(self, environment, template):
        for _, loader in self._iter_loaders(template):
            with suppress(TemplateNotFound):
                return loader.get_source(environment, template)
        raise TemplateNotFound(template)

    def list_templates(self):
        return list({name for _, loader in self._iter_loaders('') for name in loader.list_templates()})


def _prepare(app, template, context):
    app.update_template_context(context)
    before_render_template.send(app, _async_wrapper=app.ensure_sync, template=template, context=context)


def _rendered(app, template, context):
    template_rendered.send(app, _async_wrapper=app.ensure_sync, template=template, context=context)


def _render(app, template, context):
    _prepare(app, template, context)
    text = template.render(context)
    _rendered(app, template, context)
    return text


def render_template(template_name_or_list, **context):
    app = current_app._get_current_object()
    return _render(app, app.jinja_env.get_or_select_template(template_name_or_list), context)


def render_template_string(source, **context):
    app = current_app._get_current_object()
    return _render(app, app.jinja_env.from_string(source), context)


def _stream(app, template, context):
    _prepare(app, template, context)

    def pieces():
        yield from template.generate(context)
        _rendered(app, template, context)
    return stream_with_context(pieces()) if request else pieces()


def stream_template(template_name_or_list, **context):
    app = current_app._get_current_object()
    return _stream(app, app.jinja_env.get_or_select_template(template_name_or_list), context)


def stream_template_string(source, **context):
    app = current_app._get_current_object()
    return _stream(app, app.jinja_env.from_string(source), context)
