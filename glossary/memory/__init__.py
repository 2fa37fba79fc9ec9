"""A memory of what was translated: units, their matches and their contexts."""
