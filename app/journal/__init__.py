"""The journal: writes, orders, folds and rebuilds the operations that every change of a recorded row is made of.

`recording` writes (the session listener and `record_many`), `folding` applies what was received and rebuilds,
`heads` holds the rules of heads and effective values, `chains` who holds what.
"""
