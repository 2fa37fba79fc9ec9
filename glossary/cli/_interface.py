"""Speak the user's language: which one it is, and the help of the commands in it.

The help is marked nowhere: what a command says of itself is translated when the command is used.
"""

from __future__ import annotations

import copy
import gettext
import os
from collections.abc import Mapping
from inspect import cleandoc

import click

from glossary import interface, shipped
from glossary.interface import _

CLICK = "click"
"""The name of the catalogs that hold the messages of click itself."""

_NO_LANGUAGE = ("C", "POSIX")
"""What the environment says where it asks for no language: nothing is searched for then."""


def wanted(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for, as gettext reads it; else English.

    >>> wanted({"LANG": "vi_VN.UTF-8"}), wanted({"LANGUAGE": "en:vi", "LANG": "vi_VN.UTF-8"})
    ('vi', 'en')
    """
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable, ""):
            tag = value.partition(":")[0].partition(".")[0].partition("_")[0]
            return interface.ENGLISH if tag in _NO_LANGUAGE else tag
    return interface.ENGLISH


def speak(language: str) -> None:
    """Let this program, and click in it, speak `language`."""
    interface.speak(language)
    gettext.bindtextdomain(CLICK, shipped.locales())
    gettext.textdomain(CLICK)


def keep_language(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    """Follow the option ``--interface``."""
    if value:
        # Where click's messages are looked up, the environment decides.
        os.environ["LANGUAGE"] = value
        speak(value)


def translated(command: click.Command) -> click.Command:
    """`command` with its help, and that of its options and sub-commands, in our language."""
    speaking = copy.copy(command)
    speaking.help = command.help and _(cleandoc(command.help))
    speaking.epilog = command.epilog and _(command.epilog)
    speaking.params = [_translated_parameter(parameter) for parameter in command.params]
    if isinstance(command, click.Group) and isinstance(speaking, click.Group):
        speaking.commands = {name: _listed(one) for name, one in command.commands.items()}
    return speaking


def _listed(command: click.Command) -> click.Command:
    """`command` translated, with the first line of its help as its line in a list of commands."""
    speaking = translated(command)
    # Without this, click cuts the line off where it does not fit.
    speaking.short_help = (speaking.help or "").partition("\n")[0]
    return speaking


def _translated_parameter(parameter: click.Parameter) -> click.Parameter:
    speaking = copy.copy(parameter)
    if isinstance(speaking, click.Option) and speaking.help:
        speaking.help = _(speaking.help)
    return speaking


def messages(command: click.Command) -> list[str]:
    """What `translated` would look up, in the order in which the help shows it."""
    # Python 3.13 takes the indentation of docstrings away by itself.
    texts = [command.help and cleandoc(command.help), command.epilog]
    texts += [param.help for param in command.params if isinstance(param, click.Option)]
    found = [text for text in texts if text]
    if isinstance(command, click.Group):
        for one in command.commands.values():
            found += messages(one)
    return found
