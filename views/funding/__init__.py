"""The panel of money: payments of one house."""
