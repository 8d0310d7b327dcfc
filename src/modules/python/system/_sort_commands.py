"""What sort and uniq do."""


