"""How commands of IMAP and their answers go over a connection."""
import re
import sys
import time

CRLF = b'\r\n'
_ANY, _IN, _CHOSEN = ('NONAUTH', 'AUTH', 'SELECTED', 'LOGOUT'), ('AUTH', 'SELECTED'), ('SELECTED',)
# In which states a command may be given.
Commands = {
    **dict.fromkeys(('AUTHENTICATE', 'LOGIN', 'STARTTLS'), ('NONAUTH',)),
    **dict.fromkeys(('CAPABILITY', 'LOGOUT', 'NOOP'), _ANY),
    **dict.fromkeys(('ENABLE', 'PROXYAUTH'), ('AUTH',)),
    **dict.fromkeys('CHECK CLOSE COPY EXPUNGE FETCH MOVE PARTIAL SEARCH SORT STORE THREAD UID UNSELECT'.split(), _CHOSEN),
    **dict.fromkeys('APPEND CREATE DELETE DELETEACL EXAMINE GETACL GETANNOTATION GETQUOTA GETQUOTAROOT MYRIGHTS LIST LSUB NAMESPACE RENAME '
                    'SELECT SETACL SETANNOTATION SETQUOTA STATUS SUBSCRIBE UNSUBSCRIBE'.split(), _IN)}
Continuation = re.compile(rb'\+( (?P<data>.*))?')
Flags = re.compile(rb'.*FLAGS \((?P<flags>[^\)]*)\)')
InternalDate = re.compile(rb'.*INTERNALDATE "(?P<day>[ 0123]\d)-(?P<mon>[A-Z][a-z][a-z])-(?P<year>\d{4}) (?P<hour>\d\d):(?P<min>\d\d):(?P<sec>\d\d)'
                          rb' (?P<zonen>[-+])(?P<zoneh>\d\d)(?P<zonem>\d\d)"')
Literal = re.compile(rb'.*{(?P<size>\d+)}$', re.ASCII)
MapCRLF = re.compile(rb'\r\n|\r|\n')
Response_code = re.compile(rb'\[(?P<type>[A-Z-]+)( (?P<data>.*))?\]')
Untagged_response = re.compile(rb'\* (?P<type>[A-Z-]+)( (?P<data>.*))?')
Untagged_status = re.compile(rb'\* (?P<data>\d+) (?P<type>[A-Z-]+)( (?P<data2>.*))?', re.ASCII)


class Exchange:
    """What a connection says and hears, line by line. Its class has `error`, `abort`, `readonly`, and reads and sends."""

    def _append_untagged(self, typ, dat):  #: in imaplib.py
        dat = b'' if dat is None else dat
        if self.debug >= 5:
            self._mesg(f'untagged_responses[{typ}] {len(self.untagged_responses.get(typ, ""))} += ["{dat!r}"]')
        self.untagged_responses.setdefault(typ, []).append(dat)

    def _check_bye(self):
        if bye := self.untagged_responses.get('BYE'):
            raise self.abort(bye[-1].decode(self._encoding, 'replace'))  #: 961

    def _check_state(self, name):
        if self.state not in Commands[name]:
            self.literal = None
            raise self.error(f'command {name} illegal in state {self.state}, only allowed in states {", ".join(Commands[name])}')

    def _command(self, name, *args):
        """Sends a command and gives its tag."""
        self._check_state(name)
        for kind in ('OK', 'NO', 'BAD'):
            self.untagged_responses.pop(kind, None)
        if 'READ-ONLY' in self.untagged_responses and not self.is_readonly:
            raise self.readonly('mailbox status changed to READ-ONLY')
        tag = self._new_tag()
        words = [tag, name, *(arg for arg in args if arg is not None)]
        data = b' '.join(bytes(word, self._encoding) if isinstance(word, str) else word for word in words)
        literal, self.literal = self.literal, None
        answers = literal if callable(literal) else None
        if literal is not None and not answers:
            data += bytes(f' {{{len(literal)}}}', self._encoding)
        self._tell('>', data)
        self._sent(data)
        while literal is not None:
            while self._get_response():
                if self.tagged_commands[tag]:
                    return tag
            if answers:
                literal = answers(self.continuation_response)
            if self.debug >= 4:
                self._mesg(f'write literal size {len(literal)}')
            self._sent(literal)
            if not answers:
                break
        return tag

    def _sent(self, data):
        try:
            self.send(data + CRLF)
        except OSError as error:
            raise self.abort(f'socket error: {error}')

    def _command_complete(self, name, tag):
        """What a command came to."""
        if name != 'LOGOUT':
            self._check_bye()
        try:
            kind, data = self._get_tagged_response(tag, expect_bye=name == 'LOGOUT')
        except self.abort as error:
            raise self.abort(f'command: {name} => {error}')  #: 1049 raise self.abort('command: %s => %s' % (name, val))
        except self.error as error:
            raise self.error(f'command: {name} => {error}')  #: 1051 raise self.error('command: %s => %s' % (name, val))
        if name != 'LOGOUT':
            self._check_bye()
        if kind == 'BAD':
            raise self.error(f'{name} command error: {kind} {data}')  #: 1055 raise self.error('%s command error: %s %s' % (name, typ, data))
        return kind, data

    def _get_capabilities(self):
        _, data = self.capability()
        if data == [None]:
            raise self.error('no CAPABILITY response from server')
        self.capabilities = tuple(str(data[-1], self._encoding).upper().split())

    def _get_response(self):
        """Takes a line, and what belongs to it; None: the server waits for more."""
        line = self._get_line()  #: 1075 resp = «self._get_line()»
        if self._match(self.tagre, line):
            tag, kind, data = self.mo['tag'], str(self.mo['type'], self._encoding), self.mo['data']
            if tag not in self.tagged_commands:
                raise self.abort(f'unexpected tagged response: {line!r}')
            self.tagged_commands[tag] = kind, [data]
        else:
            more = None
            if not self._match(Untagged_response, line) and self._match(self.Untagged_status, line):
                more = self.mo['data2']
            if self.mo is None:
                if self._match(Continuation, line):
                    self.continuation_response = self.mo['data']
                    return None
                raise self.abort(f'unexpected response: {line!r}')  #: 1104 raise self.abort("unexpected response: %r" % resp)
            kind, data = str(self.mo['type'], self._encoding), self.mo['data'] or b''
            data += b' ' + more if more else b''
            while self._match(self.Literal, data):
                size = int(self.mo['size'])
                if self.debug >= 4:
                    self._mesg(f'read literal size {size}')
                self._append_untagged(kind, (data, self.read(size)))
                data = self._get_line()
            self._append_untagged(kind, data)
        if kind in ('OK', 'NO', 'BAD') and self._match(Response_code, data):
            kind = str(self.mo['type'], self._encoding)
            self._append_untagged(kind, self.mo['data'])
        if self.debug >= 1 and kind in ('NO', 'BAD', 'BYE'):
            self._mesg(f'{kind} response: {data!r}')
        return line

    def _get_tagged_response(self, tag, expect_bye=False):
        while True:
            if self.tagged_commands[tag] is not None:
                return self.tagged_commands.pop(tag)
            if expect_bye and (bye := self.untagged_responses.pop('BYE', None)) is not None:
                return 'BYE', bye
            self._check_bye()  #: 1165
            try:
                self._get_response()  #: 1173
            except self.abort:
                self.debug and self.print_log()
                raise

    def _get_line(self):
        line = self.readline()
        if line.endswith(CRLF):
            self._tell('<', line[:-2])
            return line[:-2]
        if line:
            raise self.abort(f'socket error: unterminated line: {line!r}')  #: 1189 raise self.abort('socket error: unterminated line: %r' % line)
        raise self.abort('socket error: EOF')  #: 1185

    def _match(self, pattern, line):
        self.mo = pattern.match(line)
        if self.mo is not None and self.debug >= 5:
            self._mesg(f'\tmatched {pattern.pattern!r} => {self.mo.groups()!r}')
        return self.mo is not None

    def _new_tag(self):
        tag = self.tagpre + bytes(str(self.tagnum), self._encoding)
        self.tagnum += 1
        self.tagged_commands[tag] = None
        return tag

    def _quote(self, arg):
        return '"' + arg.replace('\\', '\\\\').replace('"', '\\"') + '"'

    def _simple_command(self, name, *args):
        return self._command_complete(name, self._command(name, *args))  #: 1230

    def _untagged_response(self, kind, data, name):
        if kind == 'NO':
            return kind, data
        found = self.untagged_responses.pop(name, None)
        if found is None:
            return kind, [None]
        if self.debug >= 5:
            self._mesg(f'untagged_responses[{name}] => {found}')
        return kind, found

    def _mesg(self, s, secs=None):
        secs = time.time() if secs is None else secs
        sys.stderr.write(f'  {time.strftime("%M:%S", time.localtime(secs))}.{int(secs * 100 % 100):02} {s}\n')
        sys.stderr.flush()

    def _tell(self, way, data):
        if self.debug >= 4:
            self._mesg(f'{way} {data!r}')
        else:
            self._lines = [*self._lines[-9:], (f'{way} {data!r}', time.time())]

    def _dump(self, level):
        """Shows at a debug level what the server has said by itself."""
        if self.debug >= level and self.untagged_responses:
            said = (f'{name}: {data!r}' for name, data in self.untagged_responses.items())
            self._mesg('untagged responses dump:' + '\n\t\t'.join(said))

    def print_log(self):
        self._mesg(f'last {len(self._lines)} IMAP4 interactions:')
        for line, secs in self._lines:
            self._mesg(line, secs)
