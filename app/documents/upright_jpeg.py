"""A picture from outside written anew as an upright JPEG: its pixels alone; for child processes only."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

#: Grey of 16 bits, which Pillow would cut off at 255 instead of bringing down.
_DEEP = ("I", "I;16", "I;16L", "I;16B", "I;16N")
_DEEPER_BY = 256


def upright_jpeg(opened: Image.Image, longest_side: int, quality: int) -> bytes:
    """The pixels of an opened picture, upright, so many long at most, as JPEG; what is see-through is white."""
    opened.draft("RGB", (longest_side, longest_side))  # a JPEG is unpacked no larger than is needed
    picture = ImageOps.exif_transpose(opened)
    if picture.mode in _DEEP:
        picture = picture.convert("I").point(lambda light: light / _DEEPER_BY).convert("L")
    picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((longest_side, longest_side))
    clean = Image.new("RGB", picture.size, "white")
    clean.paste(picture, mask=picture if picture.mode == "RGBA" else None)
    stream = io.BytesIO()
    clean.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()
