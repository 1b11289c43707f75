"""The room of money: sources, what came in, what is set aside, paid and taken back, goods, suppliers, settlements.

Lines are corrected by lines, never overwritten. Amounts are whole đồng. What others call:

- `operations`: `add_source`, `save_ceiling`, `contribute`, `allocate`, `pay`, `reverse_payment`, `claw_back`, each
  `(workspace, draft or drafts) -> (Changes, warnings)`; `write_source`, `write_contributions(recorder, drafts) ->
  (ids, warnings)`, `write_allocations`, `write_payments` inside a change of one's own;
- `line_operations`: `reverse_line(workspace, LineReversalDraft)` for a line of any kind, `write_reversal`;
- `goods_operations`: `allocate_goods`, `hand_over_goods` (drafts of goods), `save_loan`;
- `supply_operations`: `save_supplier`, `save_contract`, `record_deliveries`, `pay_supplier`;
- `next_parts`: `next_parts(session, cases, day) -> list[NextPart]`, `pay_batch(workspace, drafts)` for a payment day,
  `did_not_come(workspace, payment_ids, day, reason)`;
- `settlement`: `house_settlement(session, case_id)`, `source_settlement(session, source_id)`;
- `balances`, the only place that sums money: `ledger_balances`, `source_balances`, `house_sums`, `house_gifts`,
  `programme_balances`, `month_flows`, `batch_sums`, `drive_sums`, `drive_people`, `converted_sums`, `contract_sums`;
- `stock`, which counts goods and labour: `stock_lines`, `house_goods`, `labour_days`;
- `instalments`: `instalments_of(facts, day)` gives each part with its amount and what is missing;
- `limits`: what may never be. Every verb compares the books with it before its change commits; `broken_limits` finds
  what a merge broke.

Rooms that come later take all of this from `queries` and the `write_...` functions.
"""
