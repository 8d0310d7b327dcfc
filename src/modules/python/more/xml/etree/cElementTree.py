"""What ElementTree's half in C was once imported as."""
from xml.etree.ElementTree import *
