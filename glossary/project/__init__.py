"""A project: one office's articles, its settings and its catalogs, joined to the library."""

from glossary.project.project import Project
from glossary.project.settings import SETTINGS, Setting, Settings, read_settings

__all__ = ["SETTINGS", "Project", "Setting", "Settings", "read_settings"]
