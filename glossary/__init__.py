"""Terminology and translation memory for the texts of Vietnam Social Security."""

from importlib.metadata import version

__version__ = version("glossary")
