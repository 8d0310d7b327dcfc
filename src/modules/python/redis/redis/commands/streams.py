"""Methods for streams."""
from redis.commands.keys import marked, paired
from redis.exceptions import DataError


def _whole(name, value, least, what):
    """A count that is a whole number, as words."""
    if value is None:
        return []
    if not isinstance(value, int) or value < least:
        raise DataError(f'{name} must be a {what} integer')
    return [name.split()[1].upper(), str(value)]


def _trim(maxlen, minid, approximate, limit):
    pieces = []
    if maxlen is not None:
        pieces += ['MAXLEN', *(['~'] if approximate else []), maxlen]
    if minid is not None:
        pieces += ['MINID', *(['~'] if approximate else []), minid]
    return pieces + ([] if limit is None else ['LIMIT', limit])


def _streams(name, streams):
    if not isinstance(streams, dict) or not streams:
        raise DataError(f'{name} streams must be a non empty dict')
    return ['STREAMS', *streams, *streams.values()]


def _idle(name, value):
    try:
        if int(value) < 0:
            raise DataError(name)
    except TypeError:
        return False
    return True


class StreamCommands:
    def xack(self, name, groupname, *ids):
        return self.execute_command('XACK', name, groupname, *ids)

    def xdel(self, name, *ids):
        return self.execute_command('XDEL', name, *ids)

    def xgroup_delconsumer(self, name, groupname, consumername):
        return self.execute_command('XGROUP DELCONSUMER', name, groupname, consumername)

    def xgroup_destroy(self, name, groupname):
        return self.execute_command('XGROUP DESTROY', name, groupname)

    def xgroup_createconsumer(self, name, groupname, consumername):
        return self.execute_command('XGROUP CREATECONSUMER', name, groupname, consumername)

    def xinfo_consumers(self, name, groupname):
        return self.execute_command('XINFO CONSUMERS', name, groupname)

    def xinfo_groups(self, name):
        return self.execute_command('XINFO GROUPS', name)

    def xlen(self, name):
        return self.execute_command('XLEN', name)

    def xpending(self, name, groupname):
        return self.execute_command('XPENDING', name, groupname)

    def xadd(self, name, fields, id='*', maxlen=None, approximate=True, nomkstream=False, minid=None, limit=None, ref_policy=None):
        if maxlen is not None and minid is not None:
            raise DataError('Only one of ```maxlen``` or ```minid``` may be specified')
        if maxlen is not None and (not isinstance(maxlen, int) or maxlen < 0):
            raise DataError('XADD maxlen must be non-negative integer')
        if not isinstance(fields, dict) or not fields:
            raise DataError('XADD fields must be a non-empty dict')
        trim = _trim(maxlen, minid, approximate, limit)
        return self.execute_command('XADD', name, *trim, *marked(nomkstream=nomkstream), id, *paired(fields))

    def xtrim(self, name, maxlen=None, approximate=True, minid=None, limit=None, ref_policy=None):
        if maxlen is not None and minid is not None:
            raise DataError('Only one of ``maxlen`` or ``minid`` may be specified')
        if maxlen is None and minid is None:
            raise DataError('One of ``maxlen`` or ``minid`` must be specified')
        return self.execute_command('XTRIM', name, *_trim(maxlen, minid, approximate, limit))

    def xrange(self, name, min='-', max='+', count=None):
        return self.execute_command('XRANGE', name, min, max, *_whole('XRANGE count', count, 1, 'positive'))

    def xrevrange(self, name, max='+', min='-', count=None):
        return self.execute_command('XREVRANGE', name, max, min, *_whole('XREVRANGE count', count, 1, 'positive'))

    def xread(self, streams, count=None, block=None):
        pieces = [*_whole('XREAD block', block, 0, 'non-negative'), *_whole('XREAD count', count, 1, 'positive')]
        return self.execute_command('XREAD', *pieces, *_streams('XREAD', streams))

    def xreadgroup(self, groupname, consumername, streams, count=None, block=None, noack=False):
        pieces = [*_whole('XREADGROUP count', count, 1, 'positive'), *_whole('XREADGROUP block', block, 0, 'non-negative')]
        return self.execute_command('XREADGROUP', 'GROUP', groupname, consumername, *pieces, *marked(noack=noack),
                                    *_streams('XREADGROUP', streams))

    def xgroup_create(self, name, groupname, id='$', mkstream=False, entries_read=None):
        read = [] if entries_read is None else ['ENTRIESREAD', entries_read]
        return self.execute_command('XGROUP CREATE', name, groupname, id, *marked(mkstream=mkstream), *read)

    def xgroup_setid(self, name, groupname, id, entries_read=None):
        return self.execute_command('XGROUP SETID', name, groupname, id, *([] if entries_read is None else ['ENTRIESREAD', entries_read]))

    def xinfo_stream(self, name, full=False):
        return self.execute_command('XINFO STREAM', name, *marked(full=full), **({'full': full} if full else {}))

    def xpending_range(self, name, groupname, min, max, count, consumername=None, idle=None):
        if {min, max, count} == {None}:
            if idle is not None or consumername is not None:
                raise DataError('if XPENDING is provided with idle time or consumername, it must be provided with min, max and count parameters')
            return self.xpending(name, groupname)
        if None in (min, max, count):
            raise DataError('XPENDING must be provided with min, max and count parameters, or none of them.')
        pieces = ['IDLE', idle] if _idle('XPENDING idle must be a integer >= 0', idle) else []
        _idle('XPENDING count must be a integer >= 0', count)
        pieces += [min, max, count, *([consumername] if consumername else [])]
        return self.execute_command('XPENDING', name, groupname, *pieces, parse_detail=True)

    def xautoclaim(self, name, groupname, consumername, min_idle_time, start_id='0-0', count=None, justid=False):
        _idle('XAUTOCLAIM min_idle_time must be a nonnegative integer', min_idle_time)
        pieces = ['COUNT', count] if _idle('XPENDING count must be a integer >= 0', count) else []
        return self.execute_command('XAUTOCLAIM', name, groupname, consumername, min_idle_time, start_id, *pieces, *marked(justid=justid),
                                    **({'parse_justid': True} if justid else {}))

    def xclaim(self, name, groupname, consumername, min_idle_time, message_ids, idle=None, time=None, retrycount=None, force=False, justid=False):
        if not isinstance(min_idle_time, int) or min_idle_time < 0:
            raise DataError('XCLAIM min_idle_time must be a non negative integer')
        if not isinstance(message_ids, (list, tuple)) or not message_ids:
            raise DataError('XCLAIM message_ids must be a non empty list or tuple of message IDs to claim')
        pieces = []
        for word, value in (('idle', idle), ('time', time), ('retrycount', retrycount)):
            if value is not None:
                if not isinstance(value, int):
                    raise DataError(f'XCLAIM {word} must be an integer')
                pieces += [word.upper(), str(value)]
        return self.execute_command('XCLAIM', name, groupname, consumername, str(min_idle_time), *message_ids, *pieces,
                                    *marked(force=force, justid=justid), **({'parse_justid': True} if justid else {}))
