"""Templates need jinja2, which is not installed here."""
import _network as _network

_network.not_supported('starlette.templating', 'an f-string in an HTMLResponse')
