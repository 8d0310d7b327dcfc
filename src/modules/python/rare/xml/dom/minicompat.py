"""Lists of nodes, and what classes of nodes are made with."""
from xml.dom.minidom import EmptyNodeList, NodeList

__all__ = ['NodeList', 'EmptyNodeList', 'StringTypes', 'defproperty']
StringTypes = str,


def defproperty(klass, name, doc):
    """A property of a class that its method `_get_NAME` computes."""
    setattr(klass, name, property(getattr(klass, '_get_' + name), doc=doc))
