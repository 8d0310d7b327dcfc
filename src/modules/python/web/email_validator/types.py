"""What is known of an address that was found valid."""
import warnings

_COMPARED = ('original', 'normalized', 'local_part', 'domain', 'ascii_email', 'ascii_local_part', 'ascii_domain', 'smtputf8', 'mx',
             'mx_fallback_type', 'display_name')
_ONCE = {'email': 'normalized', 'email_ascii': 'ascii_email', 'local': 'local_part', 'domain': 'ascii_domain', 'domain_i18n': 'domain',
         'smtputf8': 'smtputf8', 'mx': 'mx', 'mx-fallback': 'mx_fallback_type'}


class ValidatedEmail:
    """A valid address and its parts."""
    original: str
    normalized: str
    local_part: str
    domain: str
    domain_address: object
    ascii_email: str | None
    ascii_local_part: str | None
    ascii_domain: str
    smtputf8: bool
    mx: list
    mx_fallback_type: str | None
    display_name: str | None

    def __repr__(self):
        return f'<ValidatedEmail {self.normalized}>'

    def __getattr__(self, key):
        if key == 'original_email':
            return self.original
        raise AttributeError(key)

    @property
    def email(self):
        warnings.warn('ValidatedEmail.email is deprecated and will be removed, use ValidatedEmail.normalized instead', DeprecationWarning)
        return self.normalized

    def __getitem__(self, key):
        warnings.warn('dict-like access to the return value of validate_email is deprecated and may not be supported in the future.',
                      DeprecationWarning, stacklevel=2)
        if key not in _ONCE:
            raise KeyError()
        return getattr(self, _ONCE[key])

    def _compared(self):
        known = {name: getattr(self, name, None) for name in _COMPARED}
        return known | {'mx': repr(sorted(known['mx'] or ()))}

    def __eq__(self, other):
        return isinstance(other, ValidatedEmail) and self._compared() == other._compared()

    def as_constructor(self):
        return 'ValidatedEmail(' + ','.join(f'\n  {name}={getattr(self, name)!r}' for name in _COMPARED if hasattr(self, name)) + ')'

    def as_dict(self):
        known = dict(self.__dict__)
        if known.get('domain_address'):
            known['domain_address'] = repr(known['domain_address'])
        return known
