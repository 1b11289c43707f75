"""What comes out of intake is read back with Pillow: whatever format, however turned, nothing of the notes is left."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

from app.photos.intake import LONGEST_SIDE, picture_in
from app.problems import Trouble
from app.wording.messages import trouble_text

SECRET = b"Lo Van Chup"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><Lo Van Chup/></x:xmpmeta>'


def notes(orientation: int = 1, *, south: bool = False) -> Image.Exif:
    """What a phone hides in a picture: who took it, when, where, which way up."""
    found = Image.Exif()
    found[ExifTags.Base.Orientation] = orientation
    found[ExifTags.Base.Artist] = SECRET.decode()
    found.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:10:05 09:30:00"
    place = found.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLongitudeRef] = "S" if south else "N", "E"
    place[ExifTags.GPS.GPSLatitude] = (IFDRational(22), IFDRational(3), IFDRational(30))
    place[ExifTags.GPS.GPSLongitude] = (IFDRational(103), IFDRational(9), IFDRational(0))
    return found


def marked(width: int = 400, height: int = 200) -> Image.Image:
    """A blue picture whose upper left corner is red."""
    picture = Image.new("RGB", (width, height), "blue")
    picture.paste("red", (0, 0, width // 4, height // 4))
    return picture


def corner(jpeg: bytes) -> str:
    """In which corner the red mark lies."""
    with Image.open(io.BytesIO(jpeg)) as picture:
        upright = picture.convert("RGB")
        places = {
            "upper left": (3, 3),
            "upper right": (upright.width - 4, 3),
            "lower left": (3, upright.height - 4),
            "lower right": (upright.width - 4, upright.height - 4),
        }
        reds = {}
        for name, place in places.items():
            pixel = upright.getpixel(place)
            assert isinstance(pixel, tuple)
            reds[name] = pixel[0]
        return max(reds, key=lambda name: reds[name])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_day_and_place_are_copied_and_every_note_is_gone(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    more: dict[str, object] = {}
    if kind == "PNG":
        text = PngInfo()
        text.add_text("Author", SECRET.decode())
        more["pnginfo"] = text
    if kind in ("JPEG", "WEBP"):
        more["xmp"] = XMP
    if kind == "JPEG":
        more["comment"] = SECRET
    marked().save(path, kind, exif=notes(), **more)
    assert SECRET in path.read_bytes()
    kept = picture_in(path)
    assert (kept.taken_on, kept.latitude, kept.longitude) == ("2026-10-05", "22.058333", "103.15")
    assert SECRET not in kept.jpeg
    with Image.open(io.BytesIO(kept.jpeg)) as picture:
        assert (picture.format, picture.mode) == ("JPEG", "RGB")
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}, "no exif, xmp, comment, icc"
        assert not picture.getexif()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_stood_upright_whichever_way_it_was_held(tmp_path: Path, orientation: int) -> None:
    """The mark lies where the eighth of the possible ways puts it: turned back it is in the upper left."""
    turned = {
        1: marked(),
        2: marked().transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: marked().transpose(Image.Transpose.ROTATE_180),
        4: marked().transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: marked().transpose(Image.Transpose.TRANSPOSE),
        6: marked().transpose(Image.Transpose.ROTATE_90),
        7: marked().transpose(Image.Transpose.TRANSVERSE),
        8: marked().transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    turned.save(tmp_path / "a.jpg", "JPEG", exif=notes(orientation), quality=95)
    kept = picture_in(tmp_path / "a.jpg")
    assert corner(kept.jpeg) == "upper left"
    with Image.open(io.BytesIO(kept.jpeg)) as picture:
        assert picture.width > picture.height


def test_the_south_and_the_west_are_below_zero(tmp_path: Path) -> None:
    marked().save(tmp_path / "a.jpg", "JPEG", exif=notes(south=True))
    assert picture_in(tmp_path / "a.jpg").latitude == "-22.058333"


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "LA", "RGBA", "I;16"])
def test_a_picture_of_every_mode_becomes_a_plain_jpeg(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a"
    Image.new(mode, (60, 40)).save(path, "JPEG" if mode == "CMYK" else "PNG")
    with Image.open(io.BytesIO(picture_in(path).jpeg)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (60, 40))


def test_what_is_see_through_becomes_white_as_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(tmp_path / "a.png")
    with Image.open(io.BytesIO(picture_in(tmp_path / "a.png").jpeg)) as picture:
        assert picture.getpixel((20, 20)) == (255, 255, 255)


def test_deep_grey_keeps_its_light(tmp_path: Path) -> None:
    Image.new("I;16", (40, 40), 0x8000).save(tmp_path / "a.png")
    with Image.open(io.BytesIO(picture_in(tmp_path / "a.png").jpeg)) as picture:
        pixel = picture.getpixel((20, 20))
        assert isinstance(pixel, tuple)
        assert 120 <= pixel[0] <= 136


def test_a_large_picture_is_made_small_and_small_ones_stay(tmp_path: Path) -> None:
    marked(6000, 4000).save(tmp_path / "large.jpg", "JPEG", quality=95)
    marked(300, 200).save(tmp_path / "small.jpg", "JPEG")
    sizes = []
    for name in ("large.jpg", "small.jpg"):
        with Image.open(io.BytesIO(picture_in(tmp_path / name).jpeg)) as picture:
            sizes.append(picture.size)
    assert sizes == [(LONGEST_SIDE, round(LONGEST_SIDE * 2 / 3)), (300, 200)]


def test_a_picture_of_an_iphone_says_how_to_get_a_jpg(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0412.HEIC"
    path.write_bytes(b"\x00\x00\x00\x28ftypheic\x00\x00\x00\x00mif1heic" + bytes(200))
    with pytest.raises(Trouble) as told:
        picture_in(path)
    assert told.value.code == "picture_heic"
    assert "IMG_0412.HEIC" in trouble_text(told.value)
