"""An envelope is bytes: made once, read back the same, refused in words when it is none."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.event import canonical, decode, digest
from tests.devices import Device, World, worlds

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def raw_envelope() -> dict[str, Any]:
    device = Device("A")
    device.write({"state": "open"}, {"applicant.name": "Siti"})
    raw: dict[str, Any] = json.loads(device.write({"state": "returned"}).envelope.encode())
    return raw


@given(worlds())
def test_an_envelope_reads_back_as_itself_to_the_byte(world: World) -> None:
    for event in world.events:
        content = event.envelope.encode()
        assert decode(content) == event.envelope
        assert decode(content).encode() == content


def test_the_spelling_is_canonical() -> None:
    assert canonical({"b": 1, "a": ["é", None]}) == '{"a":["é",null],"b":1}'.encode()


def test_equal_values_spelt_in_another_order_have_the_same_bytes() -> None:
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})


def test_the_digest_is_sha256() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"{}", b"1", b"[" * 100_000],
    ids=[str(n) for n in range(9)],
)
def test_bytes_that_are_no_envelope_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not an envelope"):
        decode(content)


@given(st.sampled_from(sorted(raw_envelope())), json_values)
def test_a_part_of_the_wrong_type_is_refused_or_reads_back_the_same(part: str, value: Any) -> None:
    raw = raw_envelope()
    raw[part] = value
    content = json.dumps(raw).encode()
    with suppress(ValueError):
        envelope = decode(content)
        assert type(envelope.seq) is type(envelope.lamport) is int
        assert json.loads(envelope.encode()) == raw


@pytest.mark.parametrize("part", sorted(raw_envelope()))
def test_an_envelope_that_lacks_a_part_is_refused(part: str) -> None:
    raw = raw_envelope()
    del raw[part]
    with pytest.raises(ValueError, match=part):
        decode(json.dumps(raw).encode())
