"""What xargs does."""


