"""A page for the office, and the protocols that translators’ tools speak, over HTTP."""
