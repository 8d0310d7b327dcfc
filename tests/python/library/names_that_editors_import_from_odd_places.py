import warnings
warnings.simplefilter("ignore")
import xml.etree.cElementTree as ET
import sre_constants
from _weakref import CallableProxyType, ProxyType, ReferenceType, getweakrefcount, proxy, ref
from multiprocessing.spawn import freeze_support, get_executable
from sre_constants import IN, MAX_REPEAT, MAXREPEAT, SUCCESS
import __hello__
import antigravity

tree = ET.ElementTree(ET.fromstring("<all><one n='1'/><two>text</two></all>"))
print([(node.tag, node.attrib, node.text) for node in tree.getroot()], ET.Element)


class Thing:
    size = 3

    def __call__(self):
        return "called"


thing = Thing()
stands = proxy(thing)
print(stands.size, stands(), type(stands) is CallableProxyType, ReferenceType is ref, getweakrefcount(thing), ProxyType)

print(SUCCESS, int(SUCCESS), IN, MAX_REPEAT + 0, MAXREPEAT == 2**32 - 1, type(IN).__name__, sre_constants.error)
kept = {name: value for name, value in vars(sre_constants).items() if not name.startswith("_") and name != "warnings"}
print(len(sre_constants.OPCODES), sre_constants.ATCODES, sre_constants.CHCODES, sep="\n")
for name in sorted(kept):
    if name.startswith(("OP_", "AT_M", "AT_L", "AT_U", "CH_", "SRE_", "MAG", "MAXG")):
        print(name, kept[name])

print(freeze_support(), isinstance(get_executable(), str), __hello__.initialized)
__hello__.main()
antigravity.geohash(37.421542, -122.085589, b"2005-05-26-10458.68")
