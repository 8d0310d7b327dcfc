"""What is refused of documents to write, and how they are begun and ended."""
from yaml.error import YAMLError
from yaml.nodes import MappingNode, SequenceNode


class SerializerError(YAMLError):
    """Documents that cannot be written."""


class Serializer:
    """Hands documents to what writes them."""
    ANCHOR_TEMPLATE = 'id%03d'
    closed, last_anchor_id = None, 0

    def open(self):
        if self.closed is not None:
            raise SerializerError('serializer is closed' if self.closed else 'serializer is already opened')
        self.closed = False

    def close(self):
        if self.closed is None:
            raise SerializerError('serializer is not opened')
        if not self.closed:
            self.end_stream()
            self.closed = True

    def dispose(self):
        """There is nothing to close."""

    def serialize(self, node):
        """Writes a document."""
        if self.closed is not False:
            raise SerializerError('serializer is closed' if self.closed else 'serializer is not opened')
        self.anchors, self.last_anchor_id = {}, 0
        self._name_anchors(node, set())
        self.document(node)

    def generate_anchor(self, node):
        """The name of a node that there are aliases of."""
        self.last_anchor_id += 1
        return self.ANCHOR_TEMPLATE % self.last_anchor_id

    def _name_anchors(self, node, seen):
        # They are numbered as their second uses come.
        if id(node) in seen:
            if id(node) not in self.anchors:
                self.anchors[id(node)] = self.generate_anchor(node)
            return
        seen.add(id(node))
        if isinstance(node, SequenceNode):
            for one in node.value:
                self._name_anchors(one, seen)
        elif isinstance(node, MappingNode):
            for key, value in node.value:
                self._name_anchors(key, seen)
                self._name_anchors(value, seen)
