"""Answers of templates."""
import jinja2

from starlette.responses import HTMLResponse


class _TemplateResponse(HTMLResponse):
    """The text of a template; who tests the application is told of the template and its context."""

    def __init__(self, template, context, status_code=200, headers=None, media_type=None, background=None):
        self.template, self.context = template, context
        super().__init__(template.render(context), status_code, headers, media_type, background)

    async def __call__(self, scope, receive, send):
        if 'http.response.debug' in self.context.get('request', {}).get('extensions', {}):
            await send({'type': 'http.response.debug', 'info': {'template': self.template, 'context': self.context}})
        await super().__call__(scope, receive, send)


@jinja2.pass_context
def _url_for(context, name, /, **path_params):
    return context['request'].url_for(name, **path_params)


class Jinja2Templates:
    """Templates of a folder, or of an environment of jinja2's."""

    def __init__(self, directory=None, *, context_processors=None, env=None):
        assert bool(directory) ^ bool(env), "either 'directory' or 'env' arguments must be passed"
        self.context_processors = context_processors or []
        self.env = jinja2.Environment(loader=jinja2.FileSystemLoader(directory), autoescape=jinja2.select_autoescape()) if directory else env
        self.env.globals.setdefault('url_for', _url_for)

    def get_template(self, name):
        return self.env.get_template(name)

    def TemplateResponse(self, request, name, context=None, status_code=200, headers=None, media_type=None, background=None):
        context = context or {}
        context.setdefault('request', request)
        for processor in self.context_processors:
            context.update(processor(request))
        return _TemplateResponse(self.get_template(name), context, status_code, headers, media_type, background)
