"""What is told of a system and of its processes."""
from collections import namedtuple
from functools import partial

__name__ = 'psutil'  # where what is here is said to be

_record = partial(namedtuple, module=__name__)
svmem = _record('svmem', 'total available percent used free active inactive buffers cached shared slab')
sswap = _record('sswap', 'total used free percent sin sout')
scputimes = _record('scputimes', 'user nice system idle iowait irq softirq steal guest guest_nice')
scpustats = _record('scpustats', 'ctx_switches interrupts soft_interrupts syscalls')
scpufreq = _record('scpufreq', 'current min max')
sdiskusage = _record('sdiskusage', 'total used free percent')
sdiskpart = _record('sdiskpart', 'device mountpoint fstype opts')
sdiskio = _record('sdiskio', 'read_count write_count read_bytes write_bytes read_time write_time read_merged_count '
                  'write_merged_count busy_time')
snetio = _record('snetio', 'bytes_sent bytes_recv packets_sent packets_recv errin errout dropin dropout')
snicaddr = _record('snicaddr', 'family address netmask broadcast ptp')
snicstats = _record('snicstats', 'isup duplex speed mtu flags')
pmem = _record('pmem', 'rss vms shared text lib data dirty')
pfullmem = _record('pfullmem', pmem._fields + ('uss', 'pss', 'swap'))
pcputimes = _record('pcputimes', 'user system children_user children_system iowait')
puids = _record('puids', 'real effective saved')
pgids = _record('pgids', 'real effective saved')
pio = _record('pio', 'read_count write_count read_bytes write_bytes read_chars write_chars')
pctxsw = _record('pctxsw', 'voluntary involuntary')
pthread = _record('pthread', 'id user_time system_time')
