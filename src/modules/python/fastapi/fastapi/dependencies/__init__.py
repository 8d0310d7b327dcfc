"""Where requests lead, what they bring, what is answered."""
