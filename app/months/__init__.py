"""The end of a month: seven things to look at, the ledger against the accountant's list, the month closed."""
