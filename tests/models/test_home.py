"""A home's folder, its key and its lock: what is found wrong with them is said in a sentence, exit 5."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from desk.domain.errors import StoreError
from desk.models.home import Home, WriterLock, store_key
from desk.models.store import Store
from desk.services.counter import Counter

KEY = "ab" * 32


def refusal(home: Home) -> str:
    with pytest.raises(StoreError) as caught:
        store_key(home)
    assert caught.value.exit_code == 5
    assert KEY not in caught.value.message
    return caught.value.code


def test_a_new_home_gets_a_key_that_only_its_owner_can_read(counter: Counter) -> None:
    path = counter.store.home.key_file
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(bytes.fromhex(path.read_text(encoding="ascii"))) == 32


def test_two_homes_never_share_a_key(tmp_path: Path) -> None:
    homes = Home(tmp_path / "a"), Home(tmp_path / "b")
    for home in homes:
        home.create()
    assert store_key(homes[0], create=True) != store_key(homes[1], create=True)


def test_the_key_that_is_there_is_taken_and_no_other_made(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.key_file.write_text(KEY, encoding="ascii")
    assert store_key(home, create=True) == store_key(home) == bytes.fromhex(KEY)
    assert home.key_file.read_text(encoding="ascii") == KEY


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_key_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.key_file.write_text(KEY, encoding="ascii")
    home.key_file.chmod(0o644)
    assert store_key(home) == bytes.fromhex(KEY)
    assert stat.S_IMODE(home.key_file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "kunci", KEY[:-2], KEY + "00", "zz" * 32, "\0" * 64])
def test_garbage_in_the_key_file_is_said(tmp_path: Path, content: str) -> None:
    home = Home(tmp_path)
    home.key_file.write_text(content, encoding="utf-8")
    assert refusal(home) == "key_malformed"


def test_a_key_file_that_is_no_file_is_said(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.key_file.mkdir()
    assert refusal(home) == "key_unreadable"


def test_a_missing_key_is_said_with_the_folder(tmp_path: Path) -> None:
    assert refusal(Home(tmp_path)) == "key_missing"


def test_desk_key_goes_before_the_key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path)
    home.key_file.write_text("00" * 32, encoding="ascii")
    monkeypatch.setenv("DESK_KEY", f" {KEY.upper()}\n")
    assert store_key(home) == bytes.fromhex(KEY)


def test_a_desk_key_of_the_wrong_form_is_said_without_showing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_KEY", "rahasia")
    with pytest.raises(StoreError) as caught:
        store_key(Home(tmp_path))
    assert caught.value.code == "key_malformed"
    assert "rahasia" not in caught.value.message


def test_a_home_set_up_with_desk_key_keeps_no_key_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_KEY", KEY)
    store_key(Home(tmp_path), create=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["[]", "{", '{"keyring": 3}', '{"keyring": "gone"}', '"x"', "\0"])
def test_a_note_about_the_keyring_that_says_nothing_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    home = Home(tmp_path)
    home.identity_file.write_text(content, encoding="utf-8")
    assert refusal(home) in ("key_missing", "key_unreadable")


def test_where_there_is_no_keyring_the_key_goes_into_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    home = Home(tmp_path)
    store_key(home, create=True)
    assert home.key_file.exists()
    assert not home.identity_file.exists()


def test_the_wrong_key_opens_nothing_and_says_so(counter: Counter) -> None:
    counter.store.close()
    home = counter.store.home
    home.key_file.write_text(KEY, encoding="ascii")
    for read_only in (False, True):
        with pytest.raises(StoreError, match="kuncinya bukan yang dipakai data ini") as caught:
            Store.open(home, read_only=read_only)
        assert (caught.value.code, caught.value.exit_code) == ("wrong_key_or_damaged", 5)


def test_a_home_that_was_never_set_up_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="desk setup"):
        Store.open(Home(tmp_path))


def test_a_home_that_is_a_file_cannot_be_made_a_counter(tmp_path: Path) -> None:
    path = tmp_path / "catatan.txt"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        Home(path).create()
    assert caught.value.code == "home_unwritable"
    assert not Home(path).exists


def test_a_home_whose_name_is_no_path_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Home(tmp_path / ("x" * 300)).create()


# one writer


def test_a_second_writer_waits_and_is_then_told_who_is_in_the_way(counter: Counter) -> None:
    with pytest.raises(StoreError, match="sedang dipakai Desk yang lain") as caught:
        Store.open(counter.store.home, patience=0.05)
    assert (caught.value.code, caught.value.exit_code) == ("store_in_use", 5)


def test_the_lock_is_free_once_its_holder_lets_go(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with WriterLock(home, patience=0):
        pass
    with WriterLock(home, patience=0):
        pass


def test_letting_go_of_nothing_is_harmless(tmp_path: Path) -> None:
    WriterLock(Home(tmp_path)).release()


def test_a_store_that_could_not_be_opened_leaves_no_lock_behind(counter: Counter) -> None:
    counter.store.close()
    home = counter.store.home
    key = home.key_file.read_text(encoding="ascii")
    home.key_file.write_text(KEY, encoding="ascii")
    with pytest.raises(StoreError):
        Store.open(home)
    home.key_file.write_text(key, encoding="ascii")
    Store.open(home, patience=0).close()


def test_what_is_known_before_the_store_opens_names_nobody(counter: Counter) -> None:
    home = counter.store.home
    if home.identity_file.exists():
        assert set(json.loads(home.identity_file.read_text(encoding="utf-8"))) == {"keyring"}
