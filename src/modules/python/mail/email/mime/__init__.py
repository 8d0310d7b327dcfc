"""Parts of messages as classes, one for each kind."""
