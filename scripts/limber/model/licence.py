"""Names the licences under which words of others may be published again, changed, and where each is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Licence = Literal["public domain", "CC0 1.0", "CC BY 3.0", "CC BY 4.0", "CC BY-SA 3.0", "CC BY-SA 4.0"]
LICENCES: tuple[Licence, ...] = get_args(Licence)

ADDRESSES: Mapping[Licence, str] = {
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC BY 3.0": "https://creativecommons.org/licenses/by/3.0/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 3.0": "https://creativecommons.org/licenses/by-sa/3.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
}
"""What is in the public domain has no licence to read."""
