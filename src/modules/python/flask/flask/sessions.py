"""Sessions, which a signed cookie keeps."""
import hashlib
from collections.abc import MutableMapping
from datetime import datetime, timezone

from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.datastructures import CallbackDict

from flask.json.tag import TaggedJSONSerializer


class SessionMixin(MutableMapping):
    new, modified, accessed = False, True, False

    @property
    def permanent(self):
        return self.get('_permanent', False)

    @permanent.setter
    def permanent(self, value):
        self['_permanent'] = bool(value)


class SecureCookieSession(CallbackDict, SessionMixin):
    modified = False

    def __init__(self, initial=None):
        super().__init__(initial, lambda self: setattr(self, 'modified', True))


def _fail(self, *args, **kwargs):
    raise RuntimeError('The session is unavailable because no secret key was set.  Set the secret_key on the application to something unique and '
                       'secret.')


class NullSession(SecureCookieSession):
    """What there is without a secret key: it can be read alone."""
    __setitem__ = __delitem__ = clear = pop = popitem = update = setdefault = _fail


class SessionInterface:
    null_session_class, pickle_based = NullSession, False

    def make_null_session(self, app):
        return self.null_session_class()

    def is_null_session(self, obj):
        return isinstance(obj, self.null_session_class)

    def get_cookie_path(self, app):
        return app.config['SESSION_COOKIE_PATH'] or app.config['APPLICATION_ROOT']

    def get_expiration_time(self, app, session):
        return datetime.now(timezone.utc) + app.permanent_session_lifetime if session.permanent else None

    def should_set_cookie(self, app, session):
        return session.modified or session.permanent and app.config['SESSION_REFRESH_EACH_REQUEST']

    def open_session(self, app, request):
        raise NotImplementedError()

    def save_session(self, app, session, response):
        raise NotImplementedError()


def _setting(name):
    def get(self, app):
        return app.config[f'SESSION_COOKIE_{name.upper()}']
    get.__name__ = f'get_cookie_{name}'
    return get


for _name in 'name domain httponly secure samesite partitioned'.split():
    setattr(SessionInterface, f'get_cookie_{_name}', _setting(_name))
session_json_serializer = TaggedJSONSerializer()


class SecureCookieSessionInterface(SessionInterface):
    salt, digest_method, key_derivation = 'cookie-session', staticmethod(hashlib.sha1), 'hmac'
    serializer, session_class = session_json_serializer, SecureCookieSession

    def get_signing_serializer(self, app):
        if not app.secret_key:
            return None
        keys = [*(app.config['SECRET_KEY_FALLBACKS'] or ()), app.secret_key]
        return URLSafeTimedSerializer(keys, salt=self.salt, serializer=self.serializer,
                                      signer_kwargs={'key_derivation': self.key_derivation, 'digest_method': self.digest_method})

    def open_session(self, app, request):
        serializer = self.get_signing_serializer(app)
        if serializer is None:
            return None
        text = request.cookies.get(self.get_cookie_name(app))
        if not text:
            return self.session_class()
        try:
            return self.session_class(serializer.loads(text, max_age=int(app.permanent_session_lifetime.total_seconds())))
        except BadSignature:
            return self.session_class()

    def save_session(self, app, session, response):
        name = self.get_cookie_name(app)
        options = {'domain': self.get_cookie_domain(app), 'path': self.get_cookie_path(app), 'secure': self.get_cookie_secure(app),
                   'partitioned': self.get_cookie_partitioned(app), 'samesite': self.get_cookie_samesite(app),
                   'httponly': self.get_cookie_httponly(app)}
        if session.accessed:
            response.vary.add('Cookie')
        if session and self.should_set_cookie(app, session):
            expires = self.get_expiration_time(app, session)
            response.set_cookie(name, self.get_signing_serializer(app).dumps(dict(session)), expires=expires, **options)
        elif session.modified and not session:
            response.delete_cookie(name, **options)
        else:
            return
        response.vary.add('Cookie')
