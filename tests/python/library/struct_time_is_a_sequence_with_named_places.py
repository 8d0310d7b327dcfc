# time.struct_time: how it is made, copied, matched and shown; what strftime, asctime and mktime take.
import copy, os, pickle, sys, time


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


epoch = time.gmtime(0)
match epoch:
    case time.struct_time(year, month, day):
        print(year, month, day)
print(epoch.n_fields, epoch.n_sequence_fields, epoch.n_unnamed_fields, time.struct_time.__match_args__)
print(epoch.tm_zone, time.localtime(0).tm_zone, epoch.tm_gmtoff, epoch.__reduce__())
print(pickle.loads(pickle.dumps(epoch)) == epoch, copy.copy(epoch).tm_zone, copy.deepcopy(epoch) == epoch)
print(copy.replace(epoch, tm_year=2000, tm_zone='X').tm_zone, epoch == tuple(epoch), epoch[:3])
tried(copy.replace, epoch, year=1)
tried(time.struct_time, (1, 2))
tried(time.struct_time, range(12))
tried(time.struct_time, 3)
tried(time.struct_time, range(9), {'tm_zone': 'Z', 'other': 1})
tried(time.struct_time, range(9), 3)
tried(time.struct_time)
print(time.struct_time(range(9), {'tm_zone': 'Z'}).tm_zone, time.struct_time(range(11)).tm_gmtoff)
tried(setattr, epoch, 'other', 1)

print('-- zones')
for given in (time.gmtime(), time.localtime(), (2000, 1, 1, 1, 1, 1, 1, 1, 0), (2000, 1, 1, 1, 1, 1, 1, 1, -1),
              time.strptime('GMT', '%Z'), time.strptime('+0530', '%z')):
    print(time.strftime('[%Z] [%z]', given))
print(time.strptime('+0530', '%z').tm_gmtoff, time.strptime('UTC', '%Z').tm_zone)

print('-- ranges')
for at, value in ((1, 0), (1, 13), (2, 0), (2, 32), (3, 24), (4, 60), (5, 61), (5, 62), (6, -1), (6, -2), (6, 7), (7, 0), (7, 367)):
    fields = [1900, 1, 1, 0, 0, 0, 0, 1, -1]
    fields[at] = value
    tried(time.strftime, '%Y-%m-%d %H:%M:%S %w %j', tuple(fields))
tried(time.asctime, (2000, 13, 1, 0, 0, 0, 0, 0, 0))
tried(time.asctime, (2000, 1, 1))
tried(time.strftime, '%Y', (2000.5,) + (1,) * 8)
tried(time.strftime, '%Y', (10**30,) + (1,) * 8)
tried(time.mktime, (10**12,) + (1,) * 8)
tried(time.strftime, 'a\0b')
tried(time.mktime, (2026, 14, 35, 25, 61, 61, 0, 0, -1))
tried(time.mktime, (2026, 1, 1, 0, 0, 0, 0, 0, 1))
for moment in (float('nan'), 1e40, 10**30, 1e17, 'x'):
    tried(time.gmtime, moment)

print('-- others of the kind')
print(sys.version_info.__match_args__, sys.float_info.n_fields, os.stat_result.n_fields, os.stat_result.__match_args__)
size = os.terminal_size((80, 24))
print(copy.replace(size, lines=5), pickle.loads(pickle.dumps(size)), size.__match_args__)
tried(os.terminal_size, (1,))
tried(os.stat_result, (1,))
