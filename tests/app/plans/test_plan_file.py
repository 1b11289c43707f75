"""A plan file is read into drafts with its faults named by line and key, and written back to the same plan."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.drafts import tidied
from app.plans.drafts import PARTS, CampaignDraft, FieldKind, FieldSpec, specs
from app.plans.plan_file import read_plan, read_plan_file, write_plan
from app.problems import Problem, Refused
from app.wording.messages import problem_text

_UNKNOWN_UNIT = """code = "a"
name = "b"
[[unit]]
code = "u"
name = "U"
kind = "commune"
[[target]]
unit = "v"
measure = "houses"
figure = 1
"""
CASES = [
    ('cde = "a"\nname = "b"\n', "Dòng 1, khóa cde: không có khóa cde trong kế hoạch. Có phải là code?"),
    ('code = "a"\nname = 5.\n', "dòng 2, cột"),
    ('code = "a"\nname = "b"\nstarts_on = "tháng 7"\n', "Dòng 3, khóa starts_on: Từ ngày phải là ngày, tháng"),
    ('code = "a"\nname = "b"\n\n[[task]]\nlead = "x"\n', "Dòng 4: thiếu Nội dung (khóa text)"),
    ('code = "a"\nname = "b"\nearlier_gifts = "có"\n', "Dòng 3, khóa earlier_gifts"),
    ('code = "A B"\nname = "b"\n', "Dòng 1, khóa code: Mã “A B” chỉ được có chữ thường"),
    ('code = "a"\nname = "b"\ntarget = 3\n', "Dòng 3, khóa target: target phải là các mục [[target]]"),
    (
        'code = "a"\nname = """x\ny = 1"""\n[[target]]\nmeasure = "nhà"\nfigure = 2\n',
        "Dòng 5, khóa measure: Cách đếm không có giá trị “nhà”; chọn một trong: houses",
    ),
    (_UNKNOWN_UNIT, "Dòng 8, khóa unit: không có đơn vị mã v trong kế hoạch"),
]


@pytest.mark.parametrize(("text", "said"), CASES)
def test_a_fault_is_told_with_its_line_and_key(text: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_plan(text)
    assert any(said in problem_text(one) for one in refused.value.problems)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    with pytest.raises(Refused) as refused:
        read_plan('code = "a"\nname = 3.5e400\n[[unit]]\ncode = 1\nkind = "x"\n[[quota]]\nform = "f"\n')
    lines = {str(one.values["where"]).split(",")[0] for one in refused.value.problems}
    assert lines == {"Dòng 3", "Dòng 5", "Dòng 6", "Dòng 7"}


def test_a_key_within_a_text_or_a_list_is_no_key() -> None:
    text = 'code = "a"\nname = """\nx = 1\n[[task]]\n"""\nlinked = [\n  "b",  # c = 2\n]\nmotto = 3.5\nends_on = "x"\n'
    with pytest.raises(Refused) as refused:
        read_plan(text)
    assert [one.values["where"] for one in refused.value.problems] == ["Dòng 10, khóa ends_on"]


def test_a_file_of_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.toml"
    path.write_bytes('code = "a"\nname = "Kế hoạch"\n'.encode("utf-16-le"))
    with pytest.raises(Refused) as refused:
        read_plan_file(path)
    assert refused.value.problems[0].code in {"plan_not_text", "plan_not_toml"}


def test_dates_numbers_and_lists_may_be_written_as_toml_has_them(plan_text: str) -> None:
    draft, warnings = read_plan(plan_text)
    assert warnings == []
    assert (draft.issued_on, draft.starts_on, draft.ends_on) == ("2026-01-15", "2026-01", "2026-Q4")
    assert draft.categories == ("poor", "near_poor")
    [target] = draft.targets
    assert (target.unit, target.period, target.figure) == ("hua-nang", "2026", "12")
    assert draft.deadlines[0].inclusive is False


def test_signs_that_cannot_be_seen_do_not_come_in() -> None:
    draft, _ = read_plan('code = "a"\nname = "Xóa\\u0000 nhà \\u202etạm"\n')
    assert draft.name == "Xóa nhà tạm"


def test_a_number_of_thousands_of_digits_is_a_fault_of_the_file() -> None:
    with pytest.raises(Refused) as refused:
        read_plan(f'code = "a"\nname = "b"\nnote = {"9" * 5000}\n')
    assert refused.value.problems[0].code == "plan_not_toml"


# Any plan.

_LETTERS = st.characters(exclude_categories=("Cs", "Cn", "Cc", "Cf"), max_codepoint=0x1FFF)
_TEXT = st.text(_LETTERS, min_size=1, max_size=40)
_DAYS = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.builds("{:04}-Q{}".format, st.integers(1900, 2100), st.integers(1, 4)),
    st.builds("{:04}-{:02}".format, st.integers(1900, 2100), st.integers(1, 12)),
    st.integers(1900, 2100).map(str),
)
_FIGURES = st.one_of(
    st.integers(0, 10**20).map(str),
    st.builds("{}.{}{}".format, st.integers(0, 10**6), st.integers(0, 9), st.integers(1, 9)),
)


def _values(spec: FieldSpec) -> st.SearchStrategy[object]:
    words = st.sampled_from([one.value for one in spec.words]) if spec.words else None
    match spec.kind:
        case FieldKind.DAY | FieldKind.PERIOD:
            return _DAYS
        case FieldKind.WHOLE:
            return st.integers(0, 2**62)
        case FieldKind.DECIMAL:
            return _FIGURES
        case FieldKind.FLAG:
            return st.booleans()
        case FieldKind.CODES:
            codes = st.from_regex(r"[a-z0-9-]{1,9}", fullmatch=True) if words is None else words
            return st.lists(codes, max_size=3).map(tuple)
        case _:
            return _TEXT if words is None else words


def _drafts(kind: type) -> st.SearchStrategy[Any]:
    def maybe(spec: FieldSpec) -> st.SearchStrategy[object]:
        sure = spec.required or spec.kind is FieldKind.CODES
        return _values(spec) if sure else st.none() | _values(spec)

    return st.builds(kind, **{name: maybe(spec) for name, spec in specs(kind).items()}).map(tidied)


def _mended(own: CampaignDraft, **parts: Any) -> CampaignDraft:
    """A plan that keeps the rules: codes that fit, units and forms that are there."""
    filled: dict[str, Any] = {
        one.name: getattr(own, one.name) or ("x" if one.required else None) for one in specs(CampaignDraft).values()
    }
    filled |= {
        name: getattr(own, name) for name in ("programmes", "categories", "work_types", "linked", "earlier_gifts")
    }
    units = tuple(
        replace(one, code=f"u{n}", name="U", parent="u0" if n else None) for n, one in enumerate(parts["units"])
    )
    forms = tuple(replace(one, code=f"f{n}", name="F", objects=()) for n, one in enumerate(parts["forms"]))
    parts |= {
        "units": units,
        "forms": forms,
        "texts": tuple(replace(one, text=one.text or "x") for one in parts["texts"]),
        "tasks": tuple(replace(one, text=one.text or "x") for one in parts["tasks"]),
        "deadlines": tuple(replace(one, task=one.task or "x") for one in parts["deadlines"]),
        "targets": tuple(
            replace(one, unit="u0" if units else None, name="T", upper=None, compare=None) for one in parts["targets"]
        ),
        "quotas": tuple(replace(one, form="f0", lower=1, upper=3, number=2) for one in parts["quotas"])
        if forms
        else (),
    }
    filled |= {"code": "ke-hoach-1", "starts_on": None}
    return CampaignDraft(**filled, **parts)


PLANS = st.builds(
    _mended,
    _drafts(CampaignDraft),
    **{f"{part}s": st.lists(_drafts(kind), max_size=2).map(tuple) for part, kind in PARTS.items()},
)


@given(PLANS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_read_as_the_same_plan(draft: CampaignDraft) -> None:
    assert read_plan(write_plan(draft))[0] == draft


def test_the_fields_of_the_records_and_of_the_file_are_the_same() -> None:
    from app.plans.records import RECORDS
    from models.base import recorded_fields
    from models.campaign import Campaign

    kinds: dict[Any, Any] = {CampaignDraft: Campaign, **{PARTS[part]: record for part, record in RECORDS.items()}}
    own_names = {"superior_code": "superior_id", "parent": "parent_id", "unit": "unit_id"}
    for draft, record in kinds.items():
        columns = set(recorded_fields(record)) - {"position", "opened_on", "closed_on", "deleted"}
        named = {own_names.get(name, name) for name in specs(draft)}
        if draft.__name__ == "UnitDraft":
            named = named - {"area"} | {"area_id"}
        assert named == columns, draft


def test_a_problem_of_a_file_says_its_place_before_its_sentence() -> None:
    problem = Problem("x", "plan_wants_flag", {"label": "Tính cả", "where": "Dòng 2"})
    assert problem_text(problem).startswith("Dòng 2: Tính cả")
