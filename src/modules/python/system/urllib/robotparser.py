"""What a site's robots.txt allows a crawler to fetch."""
import time as _time
import urllib.error
import urllib.parse
import urllib.request
from collections import namedtuple as _namedtuple

__all__ = ['RobotFileParser']

RequestRate = _namedtuple('RequestRate', 'requests seconds')


def _path_of(url):
    return urllib.parse.quote(urllib.parse.urlunparse(urllib.parse.urlparse(url)))


class RobotFileParser:
    """The rules of one robots.txt, read from its URL or given as lines."""

    def __init__(self, url=''):
        self.entries, self.sitemaps = [], []
        self.default_entry = None
        self.disallow_all = self.allow_all = False
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        return self.last_checked

    def modified(self):
        self.last_checked = _time.time()

    def set_url(self, url):
        self.url = url
        self.host, self.path = urllib.parse.urlparse(url)[1:3]

    def read(self):
        """Fetches the file; one that may not be read forbids everything, one that is not there nothing."""
        try:
            with urllib.request.urlopen(self.url) as answer:
                lines = answer.read().decode('utf-8').splitlines()
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                self.disallow_all = True
            elif 400 <= error.code < 500:
                self.allow_all = True
            error.close()
        else:
            self.parse(lines)

    def _add_entry(self, entry):
        if '*' not in entry.useragents:
            self.entries.append(entry)
        elif self.default_entry is None:
            self.default_entry = entry

    def parse(self, lines):
        """A record: lines with agents, then lines with rules; an empty line ends it."""
        agents, rules = 1, 2
        seen, entry = 0, Entry()
        self.modified()
        for line in lines:
            if not line:
                if seen == rules:
                    self._add_entry(entry)
                if seen:
                    seen, entry = 0, Entry()
            key, colon, value = line.partition('#')[0].strip().partition(':')
            if not colon:
                continue
            key, value = key.strip().lower(), urllib.parse.unquote(value.strip())
            if key == 'user-agent':
                if seen == rules:
                    self._add_entry(entry)
                    entry = Entry()
                entry.useragents.append(value)
                seen = agents
            elif key == 'sitemap':
                self.sitemaps.append(value)
            elif seen and key in ('disallow', 'allow'):
                entry.rulelines.append(RuleLine(value, key == 'allow'))
                seen = rules
            elif seen and key == 'crawl-delay':
                if value.isdigit():
                    entry.delay = int(value)
                seen = rules
            elif seen and key == 'request-rate':
                numbers = [number.strip() for number in value.split('/')]
                if len(numbers) == 2 and all(number.isdigit() for number in numbers):
                    entry.req_rate = RequestRate(*map(int, numbers))
                seen = rules
        if seen == rules:
            self._add_entry(entry)

    def _entry_for(self, useragent):
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def can_fetch(self, useragent, url):
        if self.disallow_all or self.allow_all:
            return not self.disallow_all
        if not self.last_checked:
            return False
        parts = urllib.parse.urlparse(urllib.parse.unquote(url))
        url = urllib.parse.quote(urllib.parse.urlunparse(('', '', *parts[2:]))) or '/'
        entry = self._entry_for(useragent)
        return entry is None or entry.allowance(url)

    def _asked(self, useragent, name):
        entry = self._entry_for(useragent) if self.mtime() else None
        return entry and getattr(entry, name)

    def crawl_delay(self, useragent):
        return self._asked(useragent, 'delay')

    def request_rate(self, useragent):
        return self._asked(useragent, 'req_rate')

    def site_maps(self):
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries + ([self.default_entry] if self.default_entry is not None else [])
        return '\n\n'.join(map(str, entries))


class RuleLine:
    """Whether paths that begin so may be fetched."""

    def __init__(self, path, allowance):
        self.path, self.allowance = _path_of(path), allowance or path == ''

    def applies_to(self, filename):
        return self.path == '*' or filename.startswith(self.path)

    def __str__(self):
        return f'{"Allow" if self.allowance else "Disallow"}: {self.path}'


class Entry:
    """Rules for some agents; the first that applies holds."""

    def __init__(self):
        self.useragents, self.rulelines = [], []
        self.delay = self.req_rate = None

    def __str__(self):
        lines = [f'User-agent: {agent}' for agent in self.useragents]
        if self.delay is not None:
            lines.append(f'Crawl-delay: {self.delay}')
        if self.req_rate is not None:
            lines.append(f'Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}')
        return '\n'.join(lines + list(map(str, self.rulelines)))

    def applies_to(self, useragent):
        useragent = useragent.split('/')[0].lower()
        return any(agent == '*' or agent.lower() in useragent for agent in self.useragents)

    def allowance(self, filename):
        for rule in self.rulelines:
            if rule.applies_to(filename):
                return rule.allowance
        return True
