"""awk's values, which are texts and numbers."""


