"""What an iterable raises while it is assigned to a slice of an element is not hidden."""
import xml.etree.ElementTree as ET


class NotIterable:
    pass


def failing():
    raise TypeError('its own')
    yield


element = ET.Element('tag')
for value in None, 5, NotIterable(), failing(), (1 / 0 for _ in range(2)), [1], (ET.Element(name) for name in 'ab'):
    try:
        element[:1] = value
        print(len(element))
    except (TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
