"""The written form of the journal, to the byte: tests/files/journal-1.json is read and understood forever."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.journal.canonical import canonical, canonical_text, chain_hash, clean, from_base64, new_salt, value_hash
from app.journal.operation import from_wire
from tests.app.journal.conftest import Laptops
from tests.app.journal.profiles import FEW
from tests.app.journal.test_deleting import rebuilt_alike
from tests.app.journal.test_merging import chains_are_whole
from tests.app.journal.world import A, D, Package, exchange

KEPT: dict[str, Any] = json.loads((Path(__file__).parents[2] / "files/journal-1.json").read_text(encoding="utf-8"))
SALT = "BwcHBwcHBwcHBwcHBwcHBw"  # sixteen bytes of 7


def test_canonical_json_to_the_byte() -> None:
    value = {"b": "e\u0302", "a": ["", 1, True, None], "c": 'x\r\ny\r"\\/\u001f\u007f', "Đ": -60_000_000, "B": {}}
    assert canonical(value) == (
        b'{"B":{},"a":[null,1,true,null],"b":"\xc3\xaa","c":"x\\ny\\n\\"\\\\/\\u001f\x7f","\xc4\x90":-60000000}'
    )
    assert canonical_text({"\U0001f3e0": 1, "\uff5e": 2}) == '{"\uff5e":2,"\U0001f3e0":1}', "by code point"


@pytest.mark.parametrize("value", [1.5, float("nan"), b"", {1: "a"}, object(), {"a": {2}}])
def test_what_has_no_canonical_form_is_a_fault_of_ours(value: object) -> None:
    with pytest.raises(TypeError):
        clean(value)


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        canonical("a\ud800")


@pytest.mark.parametrize("text", ["*", "a", "AA AA", "AA+A", "AB"])
def test_what_is_no_base64url_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"base64|ASCII|bytes"):
        from_base64(text)


def test_hashes_are_those_of_the_first_version() -> None:
    assert value_hash(SALT, "An") == "Cc0MXMiCqE2KYbuPyN4oH11OtqzwAEGmFkMMMXoZBG8"
    assert chain_hash("", {"a": 1}) == "sGoikHB0EpJRLodg9HDdekxGzP3yU994HYjavljBzLE"
    assert len(new_salt()) == len(SALT)
    assert new_salt() != new_salt()


@pytest.mark.parametrize("kept", KEPT["canonical"], ids=lambda kept: ascii(kept["value"])[:30])
def test_kept_values_have_their_kept_form(kept: dict[str, Any]) -> None:
    assert canonical_text(kept["value"]) == kept["canonical"]
    assert value_hash(SALT, clean(kept["value"])) == kept["value_hash"]
    by_hand = hashlib.sha256(bytes([7]) * 16 + kept["canonical"].encode()).digest()
    assert base64.urlsafe_b64encode(by_hand).rstrip(b"=").decode() == kept["value_hash"]


def test_kept_operations_are_read_and_written_to_the_byte() -> None:
    for kept in KEPT["operations"]:
        operation = from_wire(kept["text"])
        assert operation.to_wire() == kept["text"]
        assert operation.chained(kept["previous"]) == operation.id == by_hand(kept["text"], kept["previous"])


def by_hand(text: str, previous: str) -> str:
    """The hash of an operation from its written form with nothing but the standard library."""
    body = json.loads(text)
    del body["hash"]
    for name, held in body["fields"].items():
        if len(held) == 2:
            value, salt = held
            written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
            held = [base64.urlsafe_b64encode(hashlib.sha256(raw(salt) + written).digest()).rstrip(b"=").decode()]
        body["fields"][name] = held[0]
    written = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    digest = hashlib.sha256((raw(previous) if previous else bytes(32)) + written).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def raw(text: str) -> bytes:
    """The bytes of unpadded base64url."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_kept_operations_make_the_rows_they_made(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    exchange(a1, d1)
    bodies = tuple(kept["text"] for kept in KEPT["operations"])
    arrival = d1.receive(Package("A" * 22, A, D, {}, bodies))
    assert len(arrival.applied) == len(bodies)
    for entity, rows in KEPT["rows"].items():
        for row, wanted in rows.items():
            found = d1.table_row(entity, row)
            assert found is not None
            assert {name: found[name] for name in wanted} == wanted
    assert chains_are_whole(d1)
    rebuilt_alike(d1)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@FEW
@given(_JSON)
def test_canonical_text_is_read_back_and_stays(value: Any) -> None:
    text = canonical_text(value)
    assert canonical_text(json.loads(text)) == text
    assert json.loads(text) == clean(value)
