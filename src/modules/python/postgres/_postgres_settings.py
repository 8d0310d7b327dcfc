"""What SET sets and SHOW shows."""
from _postgres_errors import ServerError, missing

_KNOWN = {
    'server_version': '15.8 (Debian 15.8-1.pgdg120+1)', 'server_version_num': '150008', 'server_encoding': 'UTF8', 'client_encoding': 'UTF8',
    'timezone': 'UTC', 'datestyle': 'ISO, MDY', 'intervalstyle': 'postgres', 'search_path': '"$user", public', 'application_name': '',
    'max_connections': '100', 'statement_timeout': '0', 'lock_timeout': '0', 'idle_in_transaction_session_timeout': '0', 'jit': 'on',
    'work_mem': '4MB', 'shared_buffers': '128MB', 'standard_conforming_strings': 'on', 'default_transaction_isolation': 'read committed',
    'transaction_isolation': 'read committed', 'default_transaction_read_only': 'off', 'transaction_read_only': 'off',
    'client_min_messages': 'notice', 'bytea_output': 'hex', 'extra_float_digits': '1', 'integer_datetimes': 'on', 'is_superuser': 'on',
    'in_hot_standby': 'off', 'lc_collate': 'C.UTF-8', 'lc_ctype': 'C.UTF-8', 'port': '5432', 'synchronous_commit': 'on', 'fsync': 'on',
    'deadlock_timeout': '1s', 'maintenance_work_mem': '64MB', 'wal_level': 'replica', 'log_statement': 'none', 'enable_seqscan': 'on',
    'session_authorization': 'postgres', 'tcp_keepalives_idle': '7200', 'tcp_keepalives_interval': '75', 'tcp_keepalives_count': '9',
}
_NAMES = {'timezone': 'TimeZone', 'datestyle': 'DateStyle', 'intervalstyle': 'IntervalStyle'}
_FIXED = {'server_version', 'server_version_num', 'server_encoding', 'max_connections', 'integer_datetimes', 'is_superuser', 'port',
          'lc_collate', 'lc_ctype', 'in_hot_standby'}


class Settings:
    def __init__(self, session, given):
        self.session, self.given, self.values, self.local, self.before = session, {}, {}, {}, None
        self.path = 'public',
        for name, value in given.items():
            self.set(name, value, False)
        self.given = dict(self.values)

    def shown_name(self, name):
        return _NAMES.get(name.lower(), name.lower())

    def get(self, name, quiet=False):
        low = name.lower()
        if low == 'transaction_isolation' and self.session.transaction is not None:
            return self.session.transaction.level
        if low == 'transaction_read_only':
            return 'on' if self.session.modes.get('readonly') else 'off'
        if low == 'is_superuser':
            return 'on'
        if low == 'session_authorization':
            return self.session.user
        for found in self.local, self.values, _KNOWN:
            if low in found:
                return found[low]
        if quiet:
            return None
        raise ServerError('42704', f'unrecognized configuration parameter "{name}"')

    def set(self, name, value, local):
        low = name.lower()
        if low not in _KNOWN and '.' not in low:
            if low.startswith(('enable_', 'log_', 'wal_', 'autovacuum', 'random_page', 'max_', 'effective_', 'plan_', 'commit_', 'row_', 'xml')):
                missing(f'SET {name}')
            raise ServerError('42704', f'unrecognized configuration parameter "{name}"')
        if low in _FIXED:
            raise ServerError('55P02', f'parameter "{name}" cannot be changed')
        if low in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'default_transaction_read_only') and (
                value not in ('0', 'off', 'default', '0ms', '0s')):
            missing(f'SET {name}')
        if low == 'timezone' and value.upper() not in ('UTC', 'GMT', 'ETC/UTC', 'DEFAULT'):
            missing('a time zone other than UTC')
        if low in ('datestyle', 'intervalstyle', 'bytea_output') and value.lower() not in (_KNOWN[low].lower(), 'iso', 'default'):
            missing(f'SET {name}')
        if self.session.transaction is not None and self.before is None:
            self.before = dict(self.values), self.path
        if value.lower() == 'default':
            (self.local if local else self.values).pop(low, None)
        else:
            (self.local if local else self.values)[low] = value
        self._look()

    def _look(self):
        path = self.local.get('search_path') or self.values.get('search_path') or _KNOWN['search_path']
        names = [part.strip().strip('"') for part in path.split(',')]
        self.path = tuple(name for name in names if name not in ('$user', 'pg_catalog', 'pg_temp')) or ('public',)

    def reset(self, name):
        if name == 'all':
            self.values = dict(self.given)
        else:
            self.values.pop(name.lower(), None)
        self._look()

    def ended(self, committed):
        """The transaction has ended."""
        if self.before is None:
            return
        if not committed:
            self.values, self.path = self.before
        self.before, self.local = None, {}
        self._look()
