"""What ls does."""


