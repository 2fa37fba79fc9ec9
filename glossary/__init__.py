"""Terminology and translation memory for the texts of Vietnam Social Security."""

__all__ = ["__version__"]


def __getattr__(name: str) -> str:
    """The version, read when it is asked for: importlib.metadata costs as much as click."""
    if name == "__version__":
        from importlib.metadata import version

        return version("glossary")
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
