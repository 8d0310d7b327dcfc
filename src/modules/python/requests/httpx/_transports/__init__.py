"""What a client's requests may be answered by."""
