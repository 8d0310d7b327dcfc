"""The parser of XML by events, under the name of what it is in CPython."""
from xml.parsers.expat import *
from xml.parsers.expat import errors, model
