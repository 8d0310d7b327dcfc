"""What grep does, and expressions as it has them."""


