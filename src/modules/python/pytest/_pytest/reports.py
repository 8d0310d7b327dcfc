"""What has become of a test's setting up, its call and its tearing down, and of collecting."""
from .outcomes import Skipped


class BaseReport:
    sections = ()
    longrepr = None
    count_towards_summary = True

    passed = property(lambda self: self.outcome == 'passed')
    failed = property(lambda self: self.outcome == 'failed')
    skipped = property(lambda self: self.outcome == 'skipped')
    fspath = property(lambda self: self.nodeid.split('::')[0])

    @property
    def head_line(self):
        return self.location[2] if self.location is not None else None

    def toterminal(self, out):
        if self.longrepr is None:
            return
        if hasattr(self.longrepr, 'toterminal'):
            self.longrepr.toterminal(out)
        else:
            out.line(str(self.longrepr))

    def _of_sections(self, name):
        return '\n'.join(content for title, content in self.sections if title.startswith(name))

    longreprtext = property(lambda self: str(self.longrepr) if self.longrepr is not None else '')
    caplog = property(lambda self: self._of_sections('Captured log'))
    capstdout = property(lambda self: self._of_sections('Captured stdout'))
    capstderr = property(lambda self: self._of_sections('Captured stderr'))


class TestReport(BaseReport):
    __test__ = False

    def __init__(self, nodeid, location, keywords, outcome, longrepr, when, sections=(), duration=0, start=0, stop=0,
                 user_properties=None, **extra):
        self.nodeid, self.location, self.keywords, self.outcome = nodeid, location, keywords, outcome
        self.longrepr, self.when, self.sections, self.duration = longrepr, when, list(sections), duration
        self.start, self.stop, self.user_properties = start, stop, list(user_properties or [])
        self.__dict__.update(extra)

    def __repr__(self):
        return f'<{type(self).__name__} {self.nodeid!r} when={self.when!r} outcome={self.outcome!r}>'

    @classmethod
    def from_item_and_call(cls, item, call):
        outcome, longrepr, excinfo = 'passed', None, call.excinfo
        if excinfo:
            value = excinfo.value
            if isinstance(value, Skipped):
                outcome, crash = 'skipped', excinfo._getreprcrash()
                if value._use_item_location:
                    path, line = item.reportinfo()[:2]
                    longrepr = str(path), line + 1, crash.message if crash else excinfo.exconly(True)
                else:
                    longrepr = crash.path, crash.lineno, crash.message
            else:
                outcome = 'failed'
                if call.when == 'call':
                    longrepr = item.repr_failure(excinfo)
                else:
                    longrepr = item._repr_failure_py(excinfo, style=item.config.option.tbstyle)
        sections = [(f'Captured {key} {when}', content) for when, key, content in item._report_sections]
        return cls(item.nodeid, item.location, dict.fromkeys(item.keywords, 1), outcome, longrepr, call.when, sections, call.duration,
                   call.start, call.stop, item.user_properties)


class CollectReport(BaseReport):
    when = 'collect'

    def __init__(self, nodeid, outcome, longrepr, result, sections=(), **extra):
        self.nodeid, self.outcome, self.longrepr, self.result = nodeid, outcome, longrepr, result or []
        self.sections = list(sections)
        self.__dict__.update(extra)

    location = property(lambda self: (self.fspath, None, self.fspath))

    def __repr__(self):
        return f'<CollectReport {self.nodeid!r} lenresult={len(self.result)} outcome={self.outcome!r}>'
