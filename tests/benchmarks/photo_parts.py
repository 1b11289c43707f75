"""Photos through the exchange: written in parts by a commune, received by its upper office.

By hand: `python tests/benchmarks/photo_parts.py [PHOTOS]`, 300 unless told otherwise, as phones leave them after intake
(1600 x 1200 pixels, about 400 kB). Receiving unpacks every picture once to prove it and lets it reach the disk before
it counts, so the promise is a ratio: at most 3 times what it takes merely to unpack the same pictures in this process
and to write them, and at most 600 MB at the peak of both the program and its children.
"""

from __future__ import annotations

import io
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image, ImageFilter

from app.device_keys import ENVIRONMENT as KEYS
from app.documents.saving import whole_file
from app.exchange.contents import awaited
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.office.operations import initialise
from app.workspace import Workspace
from tests.app.exchange.pictures import take_photos
from tests.conftest import COMMUNE, UPPER
from tests.make import make_household

LIMIT, MOST_MEGABYTES, PER_HOUSE = 3, 600, 5


def picture(number: int) -> bytes:
    """A picture like a photo: soft shapes with the grain of a small camera."""
    chance = random.Random(number)
    soft = Image.frombytes("RGB", (40, 30), chance.randbytes(40 * 30 * 3)).resize((1600, 1200)).filter(_SOFT)
    stream = io.BytesIO()
    Image.blend(soft, _GRAIN, 0.12).save(stream, "JPEG", quality=82, optimize=True)
    return stream.getvalue()


_SOFT = ImageFilter.GaussianBlur(4)
_GRAIN = Image.effect_noise((1600, 1200), 60).convert("RGB")


def main() -> int:
    """Measure; 1 when a promise is not kept."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as room:
        place = Path(room)
        os.environ[KEYS] = str(place / "keys")
        commune, _ = initialise(place / "xã", COMMUNE)
        upper, _ = initialise(place / "sở", UPPER)
        pictures = [picture(number) for number in range(wanted)]
        for start in range(0, wanted, PER_HOUSE):
            take_photos(commune, make_household(commune), *pictures[start : start + PER_HOUSE])
        size = sum(map(len, pictures))
        plain = unpacked_and_written(pictures, place)
        del pictures
        return measure(commune, upper, place / "gói", wanted, size, plain)


def unpacked_and_written(pictures: list[bytes], place: Path) -> float:
    """Seconds that merely unpacking and writing all of them takes."""
    start = time.perf_counter()
    for number, one in enumerate(pictures):
        with Image.open(io.BytesIO(one)) as opened:
            opened.load()
        with whole_file(place / f"{number}.jpg") as stream:
            stream.write(one)
    return time.perf_counter() - start


def measure(commune: Workspace, upper: Workspace, folder: Path, wanted: int, size: int, plain: float) -> int:
    """Export, receive, receive again; tell."""
    start = time.perf_counter()
    (made,) = export_packages(commune, folder)
    exported = time.perf_counter() - start
    receive_packages(upper, [made.file])
    start = time.perf_counter()
    reports = receive_packages(upper, made.photos)
    received = time.perf_counter() - start
    start = time.perf_counter()
    again = receive_packages(upper, made.photos)
    repeated = time.perf_counter() - start
    with upper.read() as session:
        lacking = awaited(session.connection(), upper.folder, upper.author.office)
    right = not lacking and sum(one.part.new for one in reports if one.part) == wanted
    right = right and {one.result for one in again} == {"already"}
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    largest = max(one.stat().st_size for one in made.photos)
    print(f"{wanted} photos, {size / 1e6:.0f} MB, in {len(made.photos)} parts, the largest {largest} bytes")
    print(f"export {exported:.1f} s; receive {received:.1f} s; again {repeated:.1f} s; peak {peak} MB; right: {right}")
    print(f"merely unpacking and writing the pictures {plain:.1f} s: ratio {received / plain:.1f}")
    return 0 if right and peak <= MOST_MEGABYTES and received <= LIMIT * plain and largest <= 8_000_000 else 1


if __name__ == "__main__":
    sys.exit(main())
