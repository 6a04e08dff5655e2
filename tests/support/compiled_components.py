"""Makes components whose templates are compiled once for all tests that run in a process."""

from functools import partial
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from limber.site.components import Components


class _Compiled(BytecodeCache):
    """Bytecode by the name and the text of a template, in whichever folder it lies."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 (as Jinja calls it)
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self._code[bucket.key, bucket.checksum] = bucket.code


components_in = partial(Components, kept=_Compiled())
"""The components of a folder, rendered with one dataset; it takes what `Components` takes."""
