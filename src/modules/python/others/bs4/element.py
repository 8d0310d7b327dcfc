"""What a tree of bs4 is made of."""
from bs4 import CData, Comment, Declaration, Doctype, NavigableString, PageElement, ProcessingInstruction, ResultSet, Tag
