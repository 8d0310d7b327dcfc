"""Applications below paths."""


class DispatcherMiddleware:
    def __init__(self, app, mounts=None):
        self.app, self.mounts = app, mounts or {}

    def __call__(self, environ, start_response):
        script, rest = environ.get('PATH_INFO', ''), ''
        while '/' in script and script not in self.mounts:
            script, _, last = script.rpartition('/')
            rest = f'/{last}{rest}'
        environ['SCRIPT_NAME'], environ['PATH_INFO'] = environ.get('SCRIPT_NAME', '') + script, rest
        return self.mounts.get(script, self.app)(environ, start_response)
