"""File formats: each reads and writes entries or segments, and says which."""
