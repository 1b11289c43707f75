"""The hidden sheet of a package, its parts and its version (docs/exchange.md).

Apart from the visible sheets, because the child process that reads a package needs no records for it and starts faster.
"""

from __future__ import annotations

from app.documents import package_sheet

FORMAT = "mai-am-package"
#: The container's version: written, and the newest read. Raised only when the container changes.
VERSION = 1
PAYLOAD_SHEET = package_sheet.NAME
CHUNK = 30_000

MANIFEST, MANIFEST_HASH, SIGNATURE = "manifest", "manifest_hash", "signature"
OPERATIONS, BASES = "operations", "bases"
#: The parts that every package has; others may come with newer versions and are left alone.
PARTS = (MANIFEST, MANIFEST_HASH, SIGNATURE, OPERATIONS, BASES)
#: In a manifest: it asks for what its sender lacks and brings nothing, [[device, stream, first, last], ...] named.
REQUEST = "request"
