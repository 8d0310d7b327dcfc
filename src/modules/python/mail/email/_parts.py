"""Messages as programs make them today: what they carry is set and added as values of Python."""
from email.message import Message


class MIMEPart(Message):
    """A part of a message."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default as policy
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        """The whole message as a text."""
        policy = self.policy if policy is None else policy
        maxheaderlen = policy.max_line_length if maxheaderlen is None else maxheaderlen
        return super().as_string(unixfrom, maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        """Whether it is one."""
        value = self.get('content-disposition')
        return False if value is None else value.content_disposition == 'attachment'

    def _bodies(self, part, preferred):
        if part.is_attachment():
            return
        main, sub = part.get_content_type().split('/')
        if main == 'text':
            if sub in preferred:
                yield preferred.index(sub), part
            return
        if main != 'multipart' or not self.is_multipart():
            return
        if sub != 'related':
            for inner in part.iter_parts():
                yield from self._bodies(inner, preferred)
            return
        if 'related' in preferred:
            yield preferred.index('related'), part
        start, root = part.get_param('start'), None
        if start:
            root = next((inner for inner in part.iter_parts() if inner['content-id'] == start), None)
        if root is None:
            root = (part.get_payload() or [None])[0]
        if root is not None:
            yield from self._bodies(root, preferred)

    def get_body(self, preferencelist=('related', 'html', 'plain')):
        """The part that is the message's text, of the kind that is preferred."""
        best, found = len(preferencelist), None
        for rank, part in self._bodies(self, preferencelist):
            if rank < best:
                best, found = rank, part
                if not rank:
                    break
        return found

    def iter_attachments(self):
        """The parts that are not the message's text."""
        main, sub = self.get_content_type().split('/')
        if main != 'multipart' or sub == 'alternative':
            return
        try:
            parts = self.get_payload().copy()
        except AttributeError:
            return
        if sub == 'related':
            start = self.get_param('start')
            if start:
                yield from [part for part in parts if part.get('content-id') != start]
            else:
                yield from parts[1:]
            return
        seen = []
        for part in parts:
            main, sub = part.get_content_type().split('/')
            body = (main, sub) in {('text', 'plain'), ('text', 'html'), ('multipart', 'related'), ('multipart', 'alternative')}
            if body and not part.is_attachment() and sub not in seen:
                seen.append(sub)
            else:
                yield part

    def iter_parts(self):
        """The parts that it carries."""
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        """What it carries, as a value of Python."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        return manager.get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        """Sets what it carries."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        manager.set_content(self, *args, **kw)

    def _make(self, subtype, disallowed, boundary):
        if self.get_content_maintype() == 'multipart':
            existing = self.get_content_subtype()
            if existing in disallowed + (subtype,):
                raise ValueError(f'Cannot convert {existing} to {subtype}')
        moved = [header for header in self._headers if header[0].lower().startswith('content-')]
        if moved:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = moved, self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = [header for header in self._headers if header not in moved]
        self['Content-Type'] = 'multipart/' + subtype
        if boundary is not None:
            self.set_param('boundary', boundary)

    def make_related(self, boundary=None):
        """Makes it a multipart/related."""
        self._make('related', ('alternative', 'mixed'), boundary)

    def make_alternative(self, boundary=None):
        """Makes it a multipart/alternative."""
        self._make('alternative', ('mixed',), boundary)

    def make_mixed(self, boundary=None):
        """Makes it a multipart/mixed."""
        self._make('mixed', (), boundary)

    def _add(self, subtype, args, kw, disposition=None):
        if self.get_content_type() != 'multipart/' + subtype:
            getattr(self, 'make_' + subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and 'content-disposition' not in part:
            part['Content-Disposition'] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        """Adds something that its text shows."""
        self._add('related', args, kw, 'inline')

    def add_alternative(self, *args, **kw):
        """Adds its text in another kind."""
        self._add('alternative', args, kw)

    def add_attachment(self, *args, **kw):
        """Adds an attachment."""
        self._add('mixed', args, kw, 'attachment')

    def clear(self):
        """Takes all out."""
        self._headers, self._payload = [], None

    def clear_content(self):
        """Takes out what it carries."""
        self._headers = [header for header in self._headers if not header[0].lower().startswith('content-')]
        self._payload = None


class EmailMessage(MIMEPart):
    """A message."""

    def set_content(self, *args, **kw):
        """Sets what it carries."""
        super().set_content(*args, **kw)
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'


MIMEPart.__module__ = EmailMessage.__module__ = 'email.message'
