"""What a tree of bs4 is made of."""
from bs4._finding import ResultSet
from bs4._tree import CData, Comment, Declaration, Doctype, NavigableString, PageElement, ProcessingInstruction, Script
from bs4._tree import Stylesheet, Tag, TemplateString
