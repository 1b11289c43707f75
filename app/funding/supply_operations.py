"""Materials bought and carried for households that cannot build (X10), or for the stock: suppliers to payments."""

from __future__ import annotations

from collections.abc import Sequence

from app.actions import Action
from app.drafts import tidied, together
from app.funding.drafts import ContractDraft, DeliveryDraft, SupplierDraft, SupplierPaymentDraft
from app.funding.limits import Books
from app.funding.operations import Warnings, write_missing_allocations
from app.funding.queries import contracts, source_for
from app.funding.rules import check_contract, check_delivery, check_supplier, check_supplier_payment
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import refuse, refuse_errors
from app.rows import write_row
from app.support.queries import facts_of
from app.workspace import Changes, Workspace
from models.ledger import Delivery, Supplier, SupplierPayment, SupplyContract


def save_supplier(workspace: Workspace, draft: SupplierDraft) -> tuple[Changes, Warnings]:
    """Record or change a supplier; `changes.ids` hold the row. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    with workspace.change(Action.SAVE_SUPPLIER) as change:
        warnings = refuse_errors(check_supplier(draft))
        own = ("name", "address", "phone", "tax_code", "bank_account", "note")
        write_row(change.session, Supplier, draft.id, draft.version, {name: getattr(draft, name) for name in own})
    return change.done, warnings


def save_contract(workspace: Workspace, draft: ContractDraft) -> tuple[Changes, Warnings]:
    """Record or change a contract with a supplier; `changes.ids` hold the row. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    with workspace.change(Action.SAVE_SUPPLIER) as change:
        warnings = refuse_errors(check_contract(draft))
        supplier = change.session.get(Supplier, draft.supplier_id)
        if supplier is None or supplier.row_out:
            raise refuse("supplier_id", "supplier_unknown")
        values = {name: getattr(draft, name) for name in ("number", "signed_on", "subject", "amount", "note")}
        if draft.id is None:
            values["supplier_id"] = supplier.id
        write_row(change.session, SupplyContract, draft.id, draft.version, values)
    return change.done, warnings


def record_deliveries(workspace: Workspace, drafts: Sequence[DeliveryDraft]) -> tuple[Changes, Warnings]:
    """Record goods that came, to a house or to the stock, all or none. Raises `Refused`."""
    with workspace.change(Action.RECORD_DELIVERY) as change:
        warnings = write_deliveries(change.recorder, drafts)
    return change.done, warnings


def write_deliveries(recorder: Recorder, drafts: Sequence[DeliveryDraft]) -> Warnings:
    """A line for each delivery; opens no change."""
    drafts = [tidied(one) for one in drafts]
    day = today().isoformat()
    warnings = refuse_errors(together([problem for one in drafts for problem in check_delivery(one, day)]))
    for contract_id in sorted({one.contract_id for one in drafts}):
        if not contracts(recorder.session, contract_id):
            raise refuse("contract_id", "contract_unknown")
    houses = sorted({one.case_id for one in drafts if one.case_id})
    if houses:
        facts_of(recorder.session, houses)
    own = ("contract_id", "case_id", "delivered_on", "item", "unit", "quantity", "amount", "note")
    recorder.record_many([(Delivery, {name: getattr(one, name) for name in own}) for one in drafts])
    return warnings


def pay_supplier(workspace: Workspace, draft: SupplierPaymentDraft) -> tuple[Changes, Warnings]:
    """Pay a supplier from a source, for a house or for the stock. Raises `Refused`.

    For a house it counts as paid for that house, so it is set aside for it first; for the stock it takes of what is
    still free.
    """
    with workspace.change(Action.PAY_SUPPLIER) as change:
        warnings = write_supplier_payment(change.recorder, draft)
    return change.done, warnings


def write_supplier_payment(recorder: Recorder, draft: SupplierPaymentDraft) -> Warnings:
    """The line of a supplier's payment; opens no change."""
    draft = tidied(draft)
    session, day = recorder.session, today().isoformat()
    found = contracts(session, draft.contract_id)
    if not found:
        raise refuse("contract_id", "contract_unknown")
    known = (found[0].number, found[0].amount, found[0].paid)
    facts = {one.case_id: one for one in facts_of(session, [draft.case_id])} if draft.case_id else {}
    streams = [one.stream for one in facts.values()] or [recorder.home_stream()]
    source = source_for(session, draft.source_code, streams[0])
    of_aid = [one for one in facts.values() if source.id not in one.apart]
    warnings = refuse_errors(check_supplier_payment(draft, known, day, *of_aid))
    books = Books.opened(session, [source.id], facts)
    own = ("contract_id", "case_id", "amount", "paid_on", "voucher", "note", "reason")
    values = {"source_id": source.id, **{name: getattr(draft, name) for name in own}}
    recorder.record_many([(SupplierPayment, values)])
    if facts:
        warnings += write_missing_allocations(recorder, [source.id], facts, day)
    refuse_errors(together(books.problems()))
    return warnings
