"""The words that join the parts of a Vietnamese noun phrase, for those that English uses.

The empty word stands for none: "fund of insurance" is *quỹ bảo hiểm*. The most usual stands first.
They serve proposals, which a person judges.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CONNECTORS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "of": ("", "của"),
        "in": ("", "trong", "tại"),
        "on": ("", "về"),
        "for": ("", "cho", "đối với"),
        "to": ("", "đến", "cho"),
        "with": ("với", "có"),
        "at": ("tại", "ở"),
        "by": ("bằng", "bởi"),
        "from": ("từ",),
        "between": ("giữa",),
        "under": ("theo", "dưới"),
        "without": ("không có",),
        "against": ("chống",),
        "and": ("và", ","),
        "or": ("hoặc",),
    }
)
