"""Pages that show the description of an application."""
import json as _json

from fastapi.encoders import jsonable_encoder
from starlette.responses import HTMLResponse

swagger_ui_default_parameters = {'dom_id': '#swagger-ui', 'layout': 'BaseLayout', 'deepLinking': True,
                                 'showExtensions': True, 'showCommonExtensions': True}


def _script(value):
    text = _json.dumps(jsonable_encoder(value))
    for char in '<>&':
        text = text.replace(char, f'\\u{ord(char):04x}')
    return text


def get_swagger_ui_html(*, openapi_url, title,
                        swagger_js_url='https://cdn.jsdelivr.net/npm/swagger-ui-dist@5/swagger-ui-bundle.js',
                        swagger_css_url='https://cdn.jsdelivr.net/npm/swagger-ui-dist@5/swagger-ui.css',
                        swagger_favicon_url='https://fastapi.tiangolo.com/img/favicon.png', oauth2_redirect_url=None,
                        init_oauth=None, swagger_ui_parameters=None):
    options = ''.join(f'{_script(name)}: {_script(value)},\n' for name, value in {
        **swagger_ui_default_parameters, **(swagger_ui_parameters or {})}.items())
    if oauth2_redirect_url:
        options += f"oauth2RedirectUrl: window.location.origin + '{oauth2_redirect_url}',"
    init = f'\n        ui.initOAuth({_script(init_oauth)})\n        ' if init_oauth else ''
    return HTMLResponse(f'''
    <!DOCTYPE html>
    <html>
    <head>
    <meta name="viewport" content="width=device-width, initial-scale=1.0">
    <link type="text/css" rel="stylesheet" href="{swagger_css_url}">
    <link rel="shortcut icon" href="{swagger_favicon_url}">
    <title>{title}</title>
    </head>
    <body>
    <div id="swagger-ui">
    </div>
    <script src="{swagger_js_url}"></script>
    <!-- `SwaggerUIBundle` is now available on the page -->
    <script>
    const ui = SwaggerUIBundle({{
        url: '{openapi_url}',
    {options}
    presets: [
        SwaggerUIBundle.presets.apis,
        SwaggerUIBundle.SwaggerUIStandalonePreset
        ],
    }}){init}
    </script>
    </body>
    </html>
    ''')


def get_redoc_html(*, openapi_url, title,
                   redoc_js_url='https://cdn.jsdelivr.net/npm/redoc@2/bundles/redoc.standalone.js',
                   redoc_favicon_url='https://fastapi.tiangolo.com/img/favicon.png', with_google_fonts=True):
    fonts = ('\n    <link href="https://fonts.googleapis.com/css?family=Montserrat:300,400,700|Roboto:300,400,700" '
             'rel="stylesheet">\n    ') if with_google_fonts else ''
    return HTMLResponse(f'''
    <!DOCTYPE html>
    <html>
    <head>
    <title>{title}</title>
    <!-- needed for adaptive design -->
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    {fonts}
    <link rel="shortcut icon" href="{redoc_favicon_url}">
    <!--
    ReDoc doesn't change outer page styles
    -->
    <style>
      body {{
        margin: 0;
        padding: 0;
      }}
    </style>
    </head>
    <body>
    <noscript>
        ReDoc requires Javascript to function. Please enable it to browse the documentation.
    </noscript>
    <redoc spec-url="{openapi_url}"></redoc>
    <script src="{redoc_js_url}"> </script>
    </body>
    </html>
    ''')


def get_swagger_ui_oauth2_redirect_html():
    return HTMLResponse('<!doctype html>\n<html lang="en-US">\n<head>\n<title>Swagger UI: OAuth2 Redirect</title>\n'
                        '</head>\n<body>\n</body>\n</html>\n')
